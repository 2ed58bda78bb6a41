import { type CountedTerm, countTerm, isAfter, type Term } from '../calendar';
import type { PolicyInForce } from '../policy';
import { unconfirmedIn } from '../policy/unconfirmed';
import type { DecimalText } from '../values';
import { compareDecimals, sumOf } from '../values/decimal';
import type { ReportGratification } from './commands';
import type { Gift, GiftVerdict, GratificationJudgement } from './events';
import type { GratificationRules } from './policy';
import type { GratificationState } from './state';

type Rules = PolicyInForce<'gratification-rules'>;

/** All gifts of the category by the same giver in the year of receipt, this one included. */
function totalOfYear({ reports }: GratificationState, gift: Gift): DecimalText | null {
  if (gift.giver === null) return null;
  const others = reports.flatMap(({ data }) =>
    data.giver === gift.giver &&
    data.category === gift.category &&
    data.receivedOn.slice(0, 4) === gift.receivedOn.slice(0, 4)
      ? [data.value]
      : [],
  );
  return sumOf([...others, gift.value]);
}

/** The first condition that the gift fails. Limits are included: exactly Rp 1,000,000 is exempt. */
function verdictOn(
  { exemptions }: GratificationRules,
  { category, form, value, giver }: Gift,
  yearTotal: DecimalText | null,
): GiftVerdict {
  const exemption = exemptions.find((one) => one.category === category);
  if (!exemption) return 'no-exemption';
  if (exemption.nonCashOnly && form === 'cash') return 'cash';
  if (compareDecimals(value, exemption.limit) > 0) return 'over-limit';
  if (exemption.yearlyLimit === null) return 'exempt';
  if (giver === null || yearTotal === null) return 'giver-unknown';
  return compareDecimals(yearTotal, exemption.yearlyLimit) > 0 ? 'over-yearly-limit' : 'exempt';
}

/**
 * A report under the rules of the day of receipt. Late is recorded, never refused: under PerKPK
 * 1/2026 a gift reported late may become state property, and art. 12B UU 20/2001 still applies.
 */
export function judge(
  state: GratificationState,
  { to, receivedOn, reportedOn, complete, calendars, decisionTerm, ...gift }: ReportGratification,
  rules: Rules,
): GratificationJudgement {
  const { content, version: policyVersion } = rules;
  const part = to === 'kpk' ? 'reportToKpk' : 'reportToUpg';
  const yearTotal = totalOfYear(state, { receivedOn, ...gift });
  const verdict = verdictOn(content, { receivedOn, ...gift }, yearTotal);
  const completion = content.completion.from === 'receipt' ? receivedOn : reportedOn;
  const count = (term: string, length: Term, from: string): CountedTerm =>
    countTerm({ term, length, from, countedOn: reportedOn }, calendars);
  const due = count('report', content[part], receivedOn);
  const forward = to === 'upg' ? count('forward', content.forward, reportedOn) : null;
  const missing = complete ? null : count('complete', content.completion.term, completion);
  const decides = verdict === 'exempt' ? null : (decisionTerm?.content.decision ?? null);
  const decision = to === 'kpk' && decides ? count('decision', decides, reportedOn) : null;
  const late = isAfter(reportedOn, due);
  const parts = [
    part,
    'exemptions',
    ...(to === 'upg' ? ['forward'] : []),
    ...(complete ? [] : ['completion']),
  ];
  return {
    dueOn: due.dueOn,
    inTime: late === null ? null : !late,
    verdict,
    reportable: verdict !== 'exempt',
    yearTotal,
    forwardBy: forward && forward.dueOn,
    completeBy: missing && missing.dueOn,
    decideBy: decision && decision.dueOn,
    decisionTerm: decides,
    counted: [due, forward, missing, decision].filter((one) => one !== null),
    policyVersion,
    unconfirmed: [
      ...unconfirmedIn(rules, ...parts),
      ...(decides && decisionTerm ? unconfirmedIn(decisionTerm, 'decision') : []),
    ],
  };
}
