import { accepted, type Decision, type Refusal, refused } from '../decider';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { mustHaveHappened } from '../rules/dates';
import { mustBePseudonym } from '../rules/pseudonym';
import { refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { mustBeSlug } from '../rules/text';
import { underPolicy } from '../rules/under-policy';
import { compareDecimals } from '../values/decimal';
import type { ReportGratification } from './commands';
import type { GratificationReported } from './events';
import { judge } from './judge';
import { mustHappenAfter } from './rules';
import { type GratificationState, reportCalled } from './state';

const mustBeNew = (state: GratificationState, report: string): Refusal | null =>
  reportCalled(state, report)
    ? refusal(
        'gratification.already-reported',
        `report ${report} of this receiver was recorded`,
        'Record another gift under its own identifier.',
        'report',
      )
    : null;

const valueMustBePositive = (value: string): Refusal | null =>
  mustBeDecimal('gratification', 'value', value) ??
  (compareDecimals(canonical(value), '0') > 0
    ? null
    : refusal(
        'gratification.invalid-value',
        `a gift is worth ${value} rupiah`,
        'Give the estimated value in rupiah, above 0.',
        'value',
      ));

const giverMustBeAnother = ({ giver, receiver }: ReportGratification): Refusal | null =>
  giver === receiver
    ? refusal(
        'gratification.giver-is-receiver',
        'giver and receiver are the same person',
        'Correct one of the pseudonyms.',
        'giver',
      )
    : null;

export function reportGratification(
  state: GratificationState,
  command: ReportGratification,
): Decision<GratificationReported> {
  const { receiver, report, region, receivedOn, reportedOn, giver, at } = command;
  const found =
    mustBePseudonym('gratification', 'receiver', receiver) ??
    mustBeSlug('gratification', 'report', report) ??
    mustBePseudonym('gratification', 'giver', giver) ??
    giverMustBeAnother(command) ??
    valueMustBePositive(command.value) ??
    mustHaveHappened('gratification', 'receivedOn', receivedOn, at) ??
    mustHappenAfter('reportedOn', reportedOn, receivedOn, at) ??
    mustBeRegistered('gratification', region, command.regionRegistered) ??
    mustBeNew(state, report);
  if (found) return refused(found);
  const gift = { ...command, value: canonical(command.value) };
  return underPolicy('gratification', 'gratification-rules', receivedOn, command.rules, (rules) =>
    accepted({
      type: 'GratificationReported',
      data: {
        receiver,
        report,
        region,
        receivedOn,
        reportedOn,
        to: gift.to,
        category: gift.category,
        form: gift.form,
        value: gift.value,
        giver,
        giverRelation: gift.giverRelation,
        complete: gift.complete,
        recordedBy: gift.actor.id,
        ...judge(state, gift, rules),
      },
    }),
  );
}
