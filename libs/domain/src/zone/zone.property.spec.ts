import fc from 'fast-check';

import {
  answer,
  answersWorth,
  by,
  check,
  decline,
  evaluate,
  nationalAnswers,
  propose,
  published,
  recommend,
  review,
  submit,
  survey,
  surveyQuestions,
  wholeCycle,
} from '../testing/zones';
import {
  type AnswerSet,
  type CycleCommand,
  type CycleEvent,
  cycleStages,
  type CycleState,
  type GrantPredicate,
  heldOn,
  isOpened,
  openDuring,
  type PredicateCommand,
  type PredicateEvent,
  unitPredicate,
  zoneCycle,
} from '.';

const person = fc.constantFrom('unit', 'inspector', 'tpn', 'panel').map((id) => by(id));
const shares = fc.constantFrom(50, 76, 90, 100);

/** Any step by anybody at any time; half of them are the next ones of a cycle that goes well. */
const anyCommand: fc.Arbitrary<CycleCommand> = fc.oneof(
  fc.constantFrom(...wholeCycle),
  fc.constantFrom(...wholeCycle),
  fc
    .record({ set: fc.constantFrom<AnswerSet>('SELF', 'TPI', 'TPN'), worth: shares, who: person })
    .map(({ set, worth, who }) => {
      const answers = set === 'TPN' ? nationalAnswers(answersWorth(worth)) : answersWorth(worth);
      return { ...answer(set, answers), ...who };
    }),
  fc
    .record({
      step: fc.constantFrom<CycleCommand>(
        submit('2024-06-15'),
        review(),
        check({ values: [] }),
        propose({ proposedOn: '2024-07-30' }),
        evaluate('admin-check'),
        evaluate('desk'),
        evaluate('field'),
        survey(surveyQuestions[0]!, { index: '3.1' }),
        recommend({ overrideGround: 'A letter' }),
        decline(),
        published(),
      ),
      who: person,
    })
    .map(({ step, who }): CycleCommand => ({ ...step, ...who })),
);

interface Run {
  readonly state: CycleState;
  readonly events: readonly CycleEvent[];
  /** The state before each event. */
  readonly before: readonly CycleState[];
}

function run(commands: readonly CycleCommand[]): Run {
  let state = zoneCycle.initialState();
  const events: CycleEvent[] = [];
  const before: CycleState[] = [];
  for (const command of commands) {
    const decision = zoneCycle.decide(state, command);
    if (decision.kind === 'refused') continue;
    for (const event of decision.events) {
      before.push(state);
      events.push(event);
      state = zoneCycle.evolve(state, event);
    }
  }
  return { state, events, before };
}

/** The whole cycle in its order, with other commands strewn among its steps and some left out. */
const histories = fc
  .array(fc.record({ strewn: fc.array(anyCommand, { maxLength: 2 }), kept: fc.nat(19) }), {
    minLength: wholeCycle.length,
    maxLength: wholeCycle.length,
  })
  .map((places) =>
    places.flatMap(({ strewn, kept }, index) => [
      ...strewn,
      ...(kept === 0 ? [] : [wholeCycle[index]!]),
    ]),
  )
  .map(run);

const stageOf = (state: CycleState): number =>
  isOpened(state) ? cycleStages.indexOf(state.status) : -1;

describe('any history of commands on a cycle', () => {
  it('never goes back a stage', () => {
    fc.assert(
      fc.property(histories, ({ before, state }) => {
        const stages = [...before, state].map(stageOf);
        return stages.every((stage, index) => stage >= (stages[index - 1] ?? -1));
      }),
    );
  });

  it('never changes an earlier set of answers, nor one that is closed', () => {
    fc.assert(
      fc.property(histories, ({ events, before }) =>
        events.every((event, index) => {
          if (event.type !== 'ZoneQuestionsAnswered') return true;
          const state = before[index]!;
          return isOpened(state) && openDuring[event.data.set].includes(state.status);
        }),
      ),
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
    );
  });

  it('never proposes what misses a threshold or a prerequisite, nor outside the window', () => {
    fc.assert(
      fc.property(histories, ({ events, before }) =>
        events.every((event, index) => {
          if (event.type !== 'UnitProposed') return true;
          const state = before[index]!;
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
    );
  });

  it('folds to the same state again, which survives JSON', () => {
    fc.assert(
      fc.property(histories, ({ events, state }) => {
        const again = events.reduce<CycleState>(
          (folded, event) => zoneCycle.evolve(folded, event),
          zoneCycle.initialState(),
        );
        expect(again).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 30 },
    );
  });

  it('often comes to its end, so that the above says something', () => {
    const ends = fc
      .sample(histories, { numRuns: 200, seed: 2026 })
      .map(({ state }) => state.status);
    expect(new Set(ends)).toEqual(new Set([...ends, 'recommended', 'declined']));
  });
});

const recommended = run(wholeCycle).state;
const unit = { region: '36.04', unit: 'disdukcapil' };
const day = fc.integer({ min: 0, max: 180 }).map((days) => {
  return new Date(Date.UTC(2024, 11, 10 + days)).toISOString().slice(0, 10);
});
const predicateCommand: fc.Arbitrary<PredicateCommand> = fc.oneof(
  fc
    .record({ year: fc.constantFrom(2024, 2025), date: day })
    .map(({ year, date }): GrantPredicate => ({
      type: 'GrantPredicate',
      ...{ ...unit, year, decision: { number: 'KEP', date }, validUntil: null },
      cycle: recommended,
      ...by('minister'),
    })),
  fc.record({ monitoredOn: day, meetsMinimum: fc.boolean() }).map((fields): PredicateCommand => ({
    type: 'MonitorPredicate',
    ...unit,
    ...fields,
    team: 'TPN',
    total: null,
    findings: 'Seen',
    ...by('tpn'),
  })),
  day.map((date): PredicateCommand => ({
    type: 'RetainPredicate',
    ...{ ...unit, decision: { number: 'KEP', date }, validUntil: null },
    ...by('minister'),
  })),
  fc
    .record({ date: day, ground: fc.constantFrom('indicators-broken', 'under-minimum') })
    .map(({ date, ground }): PredicateCommand => ({
      type: 'RevokePredicate',
      ...{ ...unit, ground, reason: 'A case', decision: { number: 'KEP', date } },
      ...by('minister'),
    })),
);

describe('any history of commands on the predicates of a unit', () => {
  const predicateHistories = fc.array(predicateCommand, { maxLength: 20 }).map((commands) => {
    const events: PredicateEvent[] = [];
    const state = commands.reduce((before, command) => {
      const decision = unitPredicate.decide(before, command);
      if (decision.kind === 'refused') return before;
      events.push(...decision.events);
      return decision.events.reduce((folded, event) => unitPredicate.evolve(folded, event), before);
    }, unitPredicate.initialState());
    return { events, state };
  });

  it('never has anything follow a revocation but a new grant', () => {
    fc.assert(
      fc.property(predicateHistories, ({ events }) =>
        events.every(
          ({ type }, index) =>
            events[index - 1]?.type !== 'PredicateRevoked' || type === 'PredicateGranted',
        ),
      ),
    );
  });

  it('never retains after a re-evaluation under the minimum, and grants a cycle once', () => {
    fc.assert(
      fc.property(predicateHistories, ({ events }) => {
        const years = events.flatMap((event) =>
          event.type === 'PredicateGranted' ? [event.data.year] : [],
        );
        const retainedBadly = events.some((event, index) => {
          const last = events[index - 1];
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
      fc.property(predicateHistories, day, ({ events, state }, on) => {
        return events.at(-1)?.type !== 'PredicateRevoked' || heldOn(state, on) === null;
      }),
    );
  });
});
