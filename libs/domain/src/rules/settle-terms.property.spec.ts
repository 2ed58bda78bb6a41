import fc from 'fast-check';

import { addDays, addWorkingDays, type CountedTerm } from '../calendar';
import type { DomainEvent } from '../decider';
import { information } from '../information';
import { requestOf2025 } from '../testing/information';
import {
  at,
  type Case,
  calendarsOf,
  cases,
  clock,
  common,
  content,
  type History,
} from '../testing/waiting-cases';

interface Outcome {
  /** Last days by term, as the log says them in the end. */
  readonly dueOn: Readonly<Record<string, string | null>>;
  /** Whether each term was kept late, likewise. */
  readonly late: Readonly<Record<string, boolean | null>>;
}

const termKeptBy: Readonly<Record<string, string>> = {
  InformationAnswered: 'answer',
  ComplaintAssigned: 'forward',
  ComplaintAnswered: 'answer',
  GratificationForwarded: 'forward',
  GratificationCompleted: 'complete',
  WealthReportSupplemented: 'completion',
};

type Told = Readonly<Record<string, unknown>>;

function outcomeOf(events: readonly DomainEvent[]): Outcome {
  const dueOn: Record<string, string | null> = {};
  const late: Record<string, boolean | null> = {};
  for (const { type, data } of events as readonly { type: string; data: Told }[]) {
    const counted = (data['counted'] ?? data['settled'] ?? []) as readonly CountedTerm[];
    for (const one of counted) dueOn[one.term] = one.dueOn;
    const kept = termKeptBy[type];
    if (kept !== undefined) late[kept] = data['late'] as boolean | null;
    if (type === 'GratificationReported') {
      late['report'] = data['inTime'] === null ? null : data['inTime'] === false;
    }
    for (const one of (data['settled'] ?? []) as readonly {
      term: string;
      late: boolean | null;
    }[]) {
      if (one.late !== null) late[one.term] = one.late;
    }
  }
  return { dueOn, late };
}

/** The calendar is approved before the step of this number; the clock then looks, or not. */
function run({ begin }: Case, day: string, next: string, options: Options): History {
  const { approvedBefore, calendars, clockLooks } = options;
  const history = begin(day, next);
  for (let index = 0; index < history.steps; index += 1) {
    if (index === approvedBefore && clockLooks) history.settle(calendars.long);
    const known = index >= approvedBefore ? calendars.long : calendars.short;
    expect(history.step(index, known)).toBeNull();
  }
  if (approvedBefore <= history.steps) history.settle(calendars.long);
  return history;
}

interface Options {
  readonly approvedBefore: number;
  readonly calendars: ReturnType<typeof calendarsOf>;
  readonly clockLooks: boolean;
}

const days = fc.integer({ min: 0, max: 90 }).map((count) => addDays('2026-11-01', count));
const effective = fc.constantFrom('2025-06-01', '2026-11-20', '2027-01-01');

describe.each(cases)('the terms of $name', (one) => {
  it('end on the same days, and were kept as late, whenever the calendar was approved', () => {
    fc.assert(
      fc.property(
        ...[days, fc.nat({ max: 40 }), effective, fc.nat({ max: 5 }), fc.boolean()],
        (day, span, from, approvedBefore, clockLooks) => {
          const calendars = calendarsOf(from);
          const next = addDays(day, span);
          const count = one.begin(day, next).steps;
          const options = {
            approvedBefore: Math.min(approvedBefore, count),
            calendars,
            clockLooks,
          };
          const first = run(one, day, next, { ...options, approvedBefore: 0 });
          const later = run(one, day, next, options);
          expect(outcomeOf(later.events)).toEqual(outcomeOf(first.events));
          expect(Object.values(outcomeOf(first.events).dueOn)).not.toContain(null);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are never guessed: a day is unknown, and nobody late, until a calendar reaches it', () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 40 }), (day, span) => {
        const calendars = calendarsOf('2027-01-01');
        const never = { approvedBefore: Infinity, calendars, clockLooks: false };
        const { events } = run(one, day, addDays(day, span), never);
        const known = run(one, day, addDays(day, span), { ...never, approvedBefore: 0 });
        const told = outcomeOf(events);
        const truth = outcomeOf(known.events);
        for (const [term, dueOn] of Object.entries(told.dueOn)) {
          expect([null, truth.dueOn[term]]).toContain(dueOn);
          if (truth.dueOn[term]! <= '2026-12-31') expect(dueOn).toBe(truth.dueOn[term]);
        }
        for (const [term, late] of Object.entries(told.late)) {
          expect([null, truth.late[term]]).toContain(late);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are settled once, and by nothing but a calendar that reaches their end', () => {
    const calendars = calendarsOf('2027-01-01');
    const options = { approvedBefore: Infinity, calendars, clockLooks: false };
    const { settle } = run(one, '2026-12-30', '2026-12-31', options);
    const nothing = `${one.name}.nothing-to-settle`;
    expect(settle(calendars.short)).toBe(nothing);
    expect(settle([])).toBe(nothing);
    expect(settle(calendars.long)).toBeNull();
    expect(settle(calendars.long)).toBe(nothing);
  });
});

it('each context says in its own code that there is nothing to settle', () => {
  expect(cases.map(({ name }) => `${name}.nothing-to-settle`)).toEqual([
    'information.nothing-to-settle',
    'complaint.nothing-to-settle',
    'gratification.nothing-to-settle',
    'declaration.nothing-to-settle',
  ]);
});

it('an extension of a term whose end is unknown ends on the day the two terms come to', () => {
  const { short, long } = calendarsOf('2027-01-01');
  const asked = { ...requestOf2025, receivedOn: '2026-12-21', at };
  let state = information.initialState();
  const take = (command: Parameters<typeof information.decide>[1]) => {
    const decision = information.decide(state, command);
    if (decision.kind === 'refused') throw new Error(decision.refusal.code);
    state = decision.events.reduce((before, event) => information.evolve(before, event), state);
    return decision.events;
  };
  expect(take({ ...asked, calendars: short })).toMatchObject([
    { data: { dueOn: null, counted: [{ calendarVersion: 1, calendarEndsOn: '2026-12-31' }] } },
  ]);
  const extending = {
    type: 'ExtendInformationDeadline',
    ...common,
    request: requestOf2025.request,
  } as const;
  take({ ...extending, extendedOn: '2026-12-28', reason: 'x', calendars: short });
  expect(take({ type: 'SettleInformationTerms', ...clock, calendars: long })).toMatchObject([
    { data: { settled: [{ dueOn: addWorkingDays(content(2026, 2027), '2026-12-21', 17) }] } },
  ]);
});
