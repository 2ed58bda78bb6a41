import fc from 'fast-check';

import { addDays, addWorkingDays, type Calendars, type CountedTerm } from '../calendar';
import type { Decider, DomainEvent } from '../decider';
import {
  complaint,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintState,
} from '../complaint';
import {
  declaration,
  type DeclarationCommand,
  type DeclarationEvent,
  type DeclarationState,
} from '../declaration';
import {
  gratification,
  type GratificationCommand,
  type GratificationEvent,
  type GratificationState,
} from '../gratification';
import {
  information,
  type InformationCommand,
  type InformationEvent,
  type InformationState,
} from '../information';
import { by, file as complain, id, terms as complaintTerms } from '../testing/complaints';
import { file, register, terms as declarationTerms, verify } from '../testing/declarations';
import { receiver, report } from '../testing/gratifications';
import { requestOf2025 } from '../testing/information';

const at = '2028-01-05T02:00:00.000Z';
const content = (...years: readonly number[]) => ({
  weekend: [6, 7],
  jointLeaveIsWork: false,
  years: years.map((year) => ({
    ...{ year, source: { id: 'x', citation: 'made for this specification' } },
    holidays: [{ day: `${year}-01-01`, name: 'New year', kind: 'national-holiday' as const }],
  })),
});
/** The second applies from the day on which it would have been decreed, long after the facts or before. */
const calendarsOf = (effectiveFrom: string) => {
  const first = { version: 1, effectiveFrom: '2025-01-01', lastDay: null };
  const short: Calendars = [{ ...first, content: content(2025, 2026) }];
  const long: Calendars = [
    ...short,
    { version: 2, effectiveFrom, lastDay: null, content: content(2025, 2026, 2027) },
  ];
  return { short, long };
};

/** One history of a case: its steps are taken one after the other, by the calendars of the moment. */
interface History {
  readonly steps: number;
  readonly events: readonly DomainEvent[];
  /** The code of the refusal, null where it was recorded. */
  readonly step: (index: number, calendars: Calendars) => string | null;
  readonly settle: (calendars: Calendars) => string | null;
}

interface Case {
  readonly name: string;
  /** A case that begins on a day and takes its next steps on another. */
  readonly begin: (day: string, next: string) => History;
}

function caseOf<State, Command, Event extends DomainEvent>(
  name: string,
  decider: Decider<State, Command, Event>,
  stepsOf: (day: string, next: string) => readonly ((calendars: Calendars) => Command)[],
  settle: (calendars: Calendars) => Command,
): Case {
  return {
    name,
    begin(day, next) {
      const steps = stepsOf(day, next);
      const events: Event[] = [];
      let state = decider.initialState();
      const take = (command: Command): string | null => {
        const decision = decider.decide(state, command);
        if (decision.kind === 'refused') return decision.refusal.code;
        events.push(...decision.events);
        state = decision.events.reduce((before, event) => decider.evolve(before, event), state);
        return null;
      };
      return {
        steps: steps.length,
        events,
        step: (index, calendars) => take(steps[index]!(calendars)),
        settle: (calendars) => take(settle(calendars)),
      };
    },
  };
}

const clock = { actor: { kind: 'system', id: 'clock' }, at } as const;
const common = { actor: by('somebody'), at };
const { request } = requestOf2025;
const ofReport = { ...common, receiver, report: '2026-01' };
const ofComplaint = { ...common, complaint: id };

const cases: readonly Case[] = [
  caseOf<InformationState, InformationCommand, InformationEvent>(
    'information',
    information,
    (day, next) => [
      (calendars) => ({ ...requestOf2025, receivedOn: day, at, calendars }),
      (calendars) => ({
        type: 'AnswerInformation',
        ...{ ...common, request, calendars, answeredOn: next, ground: null, evidence: [] },
        outcome: 'granted',
      }),
      (calendars) => ({
        type: 'ObjectToInformation',
        ...{ ...common, request, calendars, objectedOn: next, explanation: null },
        ground: 'not-fulfilled',
      }),
    ],
    (calendars) => ({ type: 'SettleInformationTerms', ...clock, calendars }),
  ),
  caseOf<ComplaintState, ComplaintCommand, ComplaintEvent>(
    'complaint',
    complaint,
    (day, next) => [
      (calendars) => complain({ class: 'information', filedOn: day, at, calendars }),
      (calendars) => ({
        type: 'AssignComplaint',
        ...{ ...ofComplaint, calendars, office: 'inspektorat', handler: null, assignedOn: next },
      }),
      (calendars) => ({
        type: 'AnswerComplaint',
        ...{ ...ofComplaint, calendars, answeredOn: next, terms: complaintTerms },
        sealedAnswer: 'v1.YmFy',
      }),
    ],
    (calendars) => ({ type: 'SettleComplaintTerms', ...clock, calendars }),
  ),
  caseOf<GratificationState, GratificationCommand, GratificationEvent>(
    'gratification',
    gratification,
    (day, next) => [
      (calendars) =>
        report({ to: 'upg', receivedOn: day, reportedOn: day, complete: false, at, calendars }),
      (calendars) => ({
        type: 'ForwardGratification',
        ...{ ...ofReport, calendars, forwardedOn: next },
      }),
      (calendars) => ({
        type: 'CompleteGratification',
        ...{ ...ofReport, calendars, completedOn: next },
      }),
    ],
    (calendars) => ({ type: 'SettleGratificationTerms', ...clock, calendars }),
  ),
  caseOf<DeclarationState, DeclarationCommand, DeclarationEvent>(
    'declaration',
    declaration,
    (day, next) => {
      const completion = { count: 14, unit: 'working-days' } as const;
      const { person, position } = verify();
      const terms = {
        ...declarationTerms,
        content: { ...declarationTerms.content, completion },
      };
      return [
        () => register({ at }),
        () => file({ at }),
        (calendars) =>
          verify({
            ...{ verifiedOn: day, at, terms, calendars, notice: 'ND-1' },
            result: 'incomplete',
          }),
        (calendars) => ({
          type: 'SupplementFiling',
          ...{ ...common, person, position, calendars, filing: 'periodic-2023' },
          ...{ suppliedOn: next, receipt: 'TT-2' },
        }),
      ];
    },
    (calendars) => ({ type: 'SettleWealthReportTerms', ...clock, calendars }),
  ),
];

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
  const extending = { type: 'ExtendInformationDeadline', ...common, request } as const;
  take({ ...extending, extendedOn: '2026-12-28', reason: 'x', calendars: short });
  expect(take({ type: 'SettleInformationTerms', ...clock, calendars: long })).toMatchObject([
    { data: { settled: [{ dueOn: addWorkingDays(content(2026, 2027), '2026-12-21', 17) }] } },
  ]);
});
