import type { Decision, Refusal } from '../decider';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { earliestDayOf, latestDayOf } from '../values/partial-date';
import type { RecordRolloutLive, RecordRolloutStart, RetireRollout } from './commands';
import type { RolloutRetired, RolloutStartRecorded, RolloutWentLive } from './events';
import { moduleMustBePlanned, mustBePast, mustNotBeRetired, onPlanned } from './rules';
import type { PlannedRollout, RolloutState } from './state';

/** Two sources may say different things, one source may not: it would have corrected itself. */
const saidBefore = (what: string, source: string): Refusal =>
  refusal(
    'rollout.said-before',
    `${source} is already on record about ${what}`,
    'Cite the other source, or the correction as a source of its own.',
    'source',
  );

export const recordRolloutStart = (
  state: RolloutState,
  { region, system, kind, on, source, at }: RecordRolloutStart,
): Decision<RolloutStartRecorded> =>
  onPlanned(state, (planned) =>
    recordUnless(
      mustBePast('on', on, at) ??
        mustCite('rollout', source) ??
        (planned.starts.some((one) => one.kind === kind && one.source.id === source.id)
          ? saidBefore(`when it was ${kind}`, source.id)
          : null),
      () => ({ type: 'RolloutStartRecorded', data: { region, system, kind, on, source } }),
    ),
  );

export const recordRolloutLive = (
  state: RolloutState,
  { region, system, module, level, since, source, at }: RecordRolloutLive,
): Decision<RolloutWentLive> =>
  onPlanned(state, (planned) =>
    recordUnless(
      moduleMustBePlanned(planned, module) ??
        mustNotBeRetired(planned, module) ??
        mustBePast('since', since, at) ??
        mustCite('rollout', source) ??
        (planned.live.some(
          (one) => one.module === module && one.level === level && one.source.id === source.id,
        )
          ? saidBefore(`${module ?? 'the system'} at the ${level} level`, source.id)
          : null),
      () => ({
        type: 'RolloutWentLive',
        data: { region, system, module, level, since, source },
      }),
    ),
  );

function mustHaveRun({ live }: PlannedRollout, { module, on }: RetireRollout): Refusal | null {
  const concerned = live.filter((one) => module === null || one.module === module);
  if (module !== null && concerned.length === 0) {
    return refusal(
      'rollout.not-live',
      `${module} is nowhere live`,
      'Retire what runs, or the whole system.',
      'module',
    );
  }
  return firstRefusal(concerned, ({ since }) =>
    on === null || since === null || latestDayOf(on) >= earliestDayOf(since)
      ? null
      : refusal(
          'rollout.retired-before-live',
          `it is said to run since ${since}, after ${on}`,
          'Correct the date.',
          'on',
        ),
  );
}

export const retireRollout = (
  state: RolloutState,
  command: RetireRollout,
): Decision<RolloutRetired> =>
  onPlanned(state, (planned) =>
    recordUnless(
      moduleMustBePlanned(planned, command.module) ??
        mustNotBeRetired(planned, command.module) ??
        mustBePast('on', command.on, command.at) ??
        mustHaveRun(planned, command) ??
        mustNotBeBlank('rollout', 'reason', command.reason) ??
        mustCite('rollout', command.source),
      () => ({
        type: 'RolloutRetired',
        data: {
          region: command.region,
          system: command.system,
          module: command.module,
          on: command.on,
          reason: command.reason,
          source: command.source,
        },
      }),
    ),
  );
