import fc from 'fast-check';

import { cycleCommands, predicateCommands, predicateDay } from '../testing/commands/zone';
import { historiesOf, type Step } from '../testing/histories';
import {
  type CycleCommand,
  type CycleEvent,
  cycleStages,
  type CycleState,
  heldOn,
  isOpened,
  openDuring,
  type PredicateEvent,
  unitPredicate,
  zoneCycle,
} from '.';

const histories = historiesOf(zoneCycle, cycleCommands);
const predicateHistories = historiesOf(unitPredicate, predicateCommands);

const isGrant = (type: PredicateEvent['type']): boolean =>
  type === 'PredicateGranted' || type === 'PublishedPredicateRecorded';

/** A history of a cycle scores its sheet many times. */
const runs = { numRuns: 40 };

const eventsOf = (steps: readonly Step<CycleState, CycleCommand, CycleEvent>[]) =>
  steps.flatMap(({ before, decision }) =>
    decision.kind === 'accepted' ? decision.events.map((event) => ({ before, event })) : [],
  );

const stageOf = (state: CycleState): number =>
  isOpened(state) ? cycleStages.indexOf(state.status) : -1;

describe('any history of commands on a cycle', () => {
  it('never goes back a stage', () => {
    fc.assert(
      fc.property(histories, ({ steps, state }) => {
        const stages = [...steps.map(({ before }) => before), state].map(stageOf);
        return stages.every((stage, index) => stage >= (stages[index - 1] ?? -1));
      }),
      runs,
    );
  });

  it('never changes an earlier set of answers, nor one that is closed', () => {
    fc.assert(
      fc.property(histories, ({ steps }) =>
        eventsOf(steps).every(({ before: state, event }) => {
          if (event.type !== 'ZoneQuestionsAnswered') return true;
          return isOpened(state) && openDuring[event.data.set].includes(state.status);
        }),
      ),
      runs,
    );
  });

  it('never has anybody judge in a set after acting in an earlier one', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (!isOpened(state)) return true;
        const { SELF, TPI, TPN } = state.sets;
        const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
          a.some((id) => b.includes(id));
        return (
          !overlaps(SELF.people, TPI.people) &&
          !overlaps(TPN.people, [...SELF.people, ...TPI.people])
        );
      }),
      runs,
    );
  });

  it('never proposes what misses a threshold or a prerequisite, nor outside the window', () => {
    fc.assert(
      fc.property(histories, ({ steps }) =>
        eventsOf(steps).every(({ before: state, event }) => {
          if (event.type !== 'UnitProposed') return true;
          if (!isOpened(state)) return false;
          const { proposedOn, window } = event.data;
          return (
            state.internalChecks?.every(({ passed }) => passed) === true &&
            state.prerequisites?.prerequisites.every(({ met }) => met) === true &&
            window.opensOn <= proposedOn &&
            proposedOn <= window.closesOn
          );
        }),
      ),
      runs,
    );
  });

  it('never recommends what misses a threshold without a legal ground', () => {
    fc.assert(
      fc.property(histories, ({ events }) =>
        events.every(
          (event) =>
            event.type !== 'PredicateRecommended' ||
            event.data.checks.every(({ passed }) => passed) ===
              (event.data.overrideGround === null),
        ),
      ),
      runs,
    );
  });

  it('often comes to its end, so that the above says something', () => {
    const ends = fc.sample(histories, { numRuns: 60, seed: 2026 }).map(({ state }) => state.status);
    expect(new Set(ends)).toEqual(new Set([...ends, 'recommended', 'declined']));
  });
});

describe('any history of commands on the predicates of a unit', () => {
  it('never has anything follow a revocation but a new grant', () => {
    fc.assert(
      fc.property(predicateHistories, ({ events }) =>
        events.every(
          ({ type }, index) => events[index - 1]?.type !== 'PredicateRevoked' || isGrant(type),
        ),
      ),
    );
  });

  it('never retains after a re-evaluation under the minimum, and grants a cycle once', () => {
    fc.assert(
      fc.property(predicateHistories, ({ events }) => {
        const years = events.flatMap((event) =>
          isGrant(event.type) && 'year' in event.data ? [event.data.year] : [],
        );
        const steps = events.filter(({ type }) => type !== 'MonitoringTermSet');
        const retainedBadly = steps.some((event, index) => {
          const last = steps[index - 1];
          return (
            event.type === 'PredicateRetained' &&
            !(last?.type === 'PredicateMonitored' && last.data.meetsMinimum)
          );
        });
        return new Set(years).size === years.length && !retainedBadly;
      }),
    );
  });

  it('holds nothing on any day after it was revoked', () => {
    fc.assert(
      fc.property(predicateHistories, predicateDay, ({ events, state }, on) => {
        return events.at(-1)?.type !== 'PredicateRevoked' || heldOn(state, on) === null;
      }),
    );
  });

  it('is never to be evaluated again on a day on which it is not held', () => {
    fc.assert(
      fc.property(predicateHistories, ({ state: { held } }) => {
        const dueOn = held?.monitoringTerm?.dueOn ?? null;
        const last = held?.spans.at(-1)?.until ?? null;
        return dueOn === null || last === null || dueOn <= last;
      }),
    );
  });

  it('holds it on exactly the days that some decision on it covers', () => {
    fc.assert(
      fc.property(predicateHistories, predicateDay, ({ events, state }, on) => {
        const grantedAt = events.findLastIndex(({ type }) => isGrant(type));
        const decisions = events.slice(Math.max(grantedAt, 0)).flatMap(decided);
        // A decision leaves to the next one what comes after its own day.
        const last = decisions.findLast(({ from }) => from <= on);
        const covers = last !== undefined && (last.until === null || on <= last.until);
        return state.held === null || (heldOn(state, on) !== null) === covers;
      }),
    );
  });
});

function decided({ type, data }: PredicateEvent) {
  if (type === 'PublishedPredicateRecorded') {
    return [{ from: data.grantedOn, until: data.validUntil }];
  }
  return type === 'PredicateGranted' || type === 'PredicateRetained'
    ? [{ from: data.decision.date, until: data.validUntil }]
    : [];
}
