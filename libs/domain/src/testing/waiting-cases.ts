import type { Calendars } from '../calendar';
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
import { by, file as complain, id, terms as complaintTerms } from './complaints';
import { file, register, terms as declarationTerms, verify } from './declarations';
import { receiver, report } from './gratifications';
import { requestOf2025 } from './information';

/** When everything of it is decided: after every calendar. */
export const at = '2028-01-05T02:00:00.000Z';
export const content = (...years: readonly number[]) => ({
  weekend: [6, 7],
  jointLeaveIsWork: false,
  years: years.map((year) => ({
    ...{ year, source: { id: 'x', citation: 'made for this specification' } },
    holidays: [{ day: `${year}-01-01`, name: 'New year', kind: 'national-holiday' as const }],
  })),
});
/** The second applies from the day on which it would have been decreed, long after the facts or before. */
export const calendarsOf = (effectiveFrom: string) => {
  const first = { version: 1, effectiveFrom: '2025-01-01', lastDay: null };
  const short: Calendars = [{ ...first, content: content(2025, 2026) }];
  const long: Calendars = [
    ...short,
    { version: 2, effectiveFrom, lastDay: null, content: content(2025, 2026, 2027) },
  ];
  return { short, long };
};

/** One history of a case: its steps are taken one after the other, by the calendars of the moment. */
export interface History {
  readonly steps: number;
  readonly events: readonly DomainEvent[];
  /** The code of the refusal, null where it was recorded. */
  readonly step: (index: number, calendars: Calendars) => string | null;
  readonly settle: (calendars: Calendars) => string | null;
}

export interface Case {
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
        step(index, calendars) {
          const step = steps[index];
          if (step === undefined) throw new RangeError(`No step ${index} in ${name}`);
          return take(step(calendars));
        },
        settle: (calendars) => take(settle(calendars)),
      };
    },
  };
}

export const clock = { actor: { kind: 'system', id: 'clock' }, at } as const;
export const common = { actor: by('somebody'), at };
const { request } = requestOf2025;
const ofReport = { ...common, receiver, report: '2026-01' };
const ofComplaint = { ...common, complaint: id };

/** A case of each context that counts working days, whose facts outrun the first calendar. */
export const cases: readonly Case[] = [
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
