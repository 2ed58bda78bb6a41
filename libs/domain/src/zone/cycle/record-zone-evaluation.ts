import type { Decision } from '../../decider';
import { mustNameContent } from '../../rules/evidence';
import { recordUnless } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { RecordZoneEvaluation } from './commands';
import type { ZoneEvaluationRecorded } from './events';
import { evaluationStages } from './evolve';
import { keyOf, type OpenedCycle } from './state';
import { mustBeAt, mustBeImpartial, mustFollowOn } from './step-rules';

/** A unit that does not go on to the next step is declined instead. */
export const recordZoneEvaluation = (
  state: OpenedCycle,
  command: RecordZoneEvaluation,
): Decision<ZoneEvaluationRecorded> =>
  recordUnless(
    mustBeImpartial(state, 'TPN', command.actor) ??
      mustBeAt(state, [evaluationStages[command.step].after], `the step ${command.step}`) ??
      mustFollowOn(state, 'evaluatedOn', command.evaluatedOn, command.at) ??
      mustNotBeBlank('zone', 'findings', command.findings) ??
      mustNameContent('zone', command.evidence),
    () => ({
      type: 'ZoneEvaluationRecorded',
      data: {
        ...keyOf(state),
        step: command.step,
        evaluatedOn: command.evaluatedOn,
        findings: command.findings,
        evidence: command.evidence.map(({ sha256, title }) => ({ sha256, title })),
        evaluatedBy: command.actor.id,
      },
    }),
  );
