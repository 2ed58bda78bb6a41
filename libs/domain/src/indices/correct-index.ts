import { type Decision, type Refusal, refused } from '../decider';
import { canonical } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { CorrectIndex } from './commands';
import type { IndexCorrected } from './events';
import { mustBeOnScale, scaleInForce } from './reading-rules';
import { indexBandOf } from './scales';
import type { IndexState } from './state';

const publicationUnknown = ({ publication, kind, subject, year }: CorrectIndex): Refusal =>
  refusal(
    'index.publication-unknown',
    `publication ${publication} of ${kind} ${year} of ${subject} was never recorded`,
    'Name the number of a recorded publication.',
    'publication',
  );

/** Corrects what was recorded wrongly; what a publisher says later is a publication of its own. */
export function correctIndex(state: IndexState, command: CorrectIndex): Decision<IndexCorrected> {
  const { kind, subject, year, publication, to, reason, actor } = command;
  const before = state.publications[publication - 1];
  if (before === undefined) return refused(publicationUnknown(command));
  const found = scaleInForce(command);
  if ('refusal' in found) return refused(found.refusal);
  const { scale, version: policyVersion } = found;
  return recordUnless(
    mustBeOnScale('to', scale, to) ??
      mustNotBeBlank('index', 'reason', reason) ??
      (canonical(to) === before.value
        ? refusal(
            'index.nothing-to-correct',
            `publication ${publication} has the value ${before.value} already`,
            'Give the value it should have.',
            'to',
          )
        : null),
    () => ({
      type: 'IndexCorrected',
      data: {
        kind,
        subject,
        year,
        publication,
        from: before.value,
        to: canonical(to),
        band: indexBandOf(scale, canonical(to))?.id ?? null,
        reason,
        policyVersion,
        correctedBy: actor.id,
      },
    }),
  );
}
