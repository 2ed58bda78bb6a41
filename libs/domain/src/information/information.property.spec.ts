import fc from 'fast-check';

import { addDays, addWorkingDays, workingDaysBetween } from '../calendar';
import { calendar2025 as calendar, informationTerms, requestOf2025 } from '../testing/information';
import { information, type InformationCommand, type InformationEvent } from '.';
import { informationTermsMustBeSound } from './policy-rules';

const day = fc.integer({ min: 0, max: 200 }).map((count) => addDays('2025-02-01', count));
const step = fc.record({
  actor: fc.constantFrom('ani', 'budi').map((id) => ({ kind: 'person', id }) as const),
  at: fc.constant('2026-01-05T02:00:00.000Z'),
  request: fc.constant('serang-2025-001'),
  day,
});

const command: fc.Arbitrary<InformationCommand> = step.chain(({ day: on, ...fields }) =>
  fc.constantFrom<InformationCommand>(
    { ...requestOf2025, ...fields, receivedOn: on },
    { type: 'ExtendInformationDeadline', ...fields, extendedOn: on, reason: 'x', calendar },
    {
      type: 'AnswerInformation',
      ...fields,
      answeredOn: on,
      outcome: 'granted',
      ground: null,
      evidence: [],
    },
    {
      type: 'ObjectToInformation',
      ...fields,
      objectedOn: on,
      ground: 'late',
      explanation: null,
      calendar,
    },
    {
      type: 'DecideInformationObjection',
      ...fields,
      decidedOn: on,
      outcome: 'rejected',
      reason: 'x',
    },
    { type: 'NoteInformationDispute', ...fields, filedOn: on, reference: 'x', calendar },
  ),
);

/** In the order of their days, so that long histories come about; some out of order all the same. */
const commands = fc
  .tuple(fc.array(command, { maxLength: 30 }), fc.array(command, { maxLength: 5 }))
  .map(([many, stray]) => [...many.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))), ...stray]);

const dayOf = (one: InformationCommand): string =>
  Object.entries(one).find(([name]) => name.endsWith('On'))?.[1] as string;

function run(given: readonly InformationCommand[]) {
  const events: InformationEvent[] = [];
  let state = information.initialState();
  for (const next of [requestOf2025, ...given]) {
    const decision = information.decide(state, next);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((before, event) => information.evolve(before, event), state);
  }
  return { state, events };
}

const histories = commands.map(run);

type OfType<Type extends InformationEvent['type']> = Extract<InformationEvent, { type: Type }>;
const only = <Type extends InformationEvent['type']>(
  events: readonly InformationEvent[],
  type: Type,
): readonly OfType<Type>[] => events.filter((event): event is OfType<Type> => event.type === type);

describe('any history of commands on a request for information', () => {
  it('takes each step at most once, in the order of the law', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const types = events.map(({ type }) => type);
        expect(new Set(types).size).toBe(types.length);
        const placeOf = (type: InformationEvent['type']): number => types.indexOf(type);
        const follows = (later: InformationEvent['type'], earlier: InformationEvent['type']) =>
          placeOf(later) === -1 || (placeOf(earlier) !== -1 && placeOf(earlier) < placeOf(later));
        expect(placeOf('InformationRequested')).toBe(0);
        expect(follows('InformationObjectionDecided', 'InformationObjected')).toBe(true);
        expect(follows('InformationDisputeNoted', 'InformationObjected')).toBe(true);
      }),
    );
  });

  it('is dated in the order of its events', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const days = events.map(
          ({ data }) =>
            Object.entries(data).find(([name]) => /^(?!due).*On$/.test(name))?.[1] as string,
        );
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('gives ten working days, seventeen after an extension, and says truly what was late', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const [requested] = only(events, 'InformationRequested');
        const [extended] = only(events, 'InformationDeadlineExtended');
        const between = (from: string, to: string) =>
          workingDaysBetween(calendar.content, from, to);
        const { receivedOn, dueOn } = requested!.data;
        expect(between(receivedOn, dueOn)).toBe(10);
        if (extended) {
          expect(between(receivedOn, extended.data.dueOn)).toBe(17);
          expect(extended.data.extendedOn <= dueOn).toBe(true);
        }
        const last = extended?.data.dueOn ?? dueOn;
        for (const { data } of only(events, 'InformationAnswered')) {
          expect(data.late).toBe(data.answeredOn > last);
        }
        for (const { data } of only(events, 'InformationObjected')) {
          expect(between(data.objectedOn, data.decideBy)).toBe(30);
        }
      }),
    );
  });

  it('never has who answered decide about the answer', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const [answered] = only(events, 'InformationAnswered');
        const [decided] = only(events, 'InformationObjectionDecided');
        const isOrdered = answered && decided && events.indexOf(answered) < events.indexOf(decided);
        if (isOrdered) expect(decided.data.decidedBy).not.toBe(answered.data.answeredBy);
      }),
    );
  });

  it('folds to the same state again, which survives JSON', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        const again = events.reduce(
          (before, event) => information.evolve(before, event),
          information.initialState(),
        );
        expect(again).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});

describe('the term for an answer', () => {
  it('is that of the calendar, and refused where the calendar does not reach', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (count, answer) => {
          const receivedOn = addDays('2024-12-20', count);
          const terms = {
            ...informationTerms,
            content: { ...informationTerms.content, answer },
          };
          const asked = { ...requestOf2025, receivedOn, terms, at: '2027-01-01T00:00:00.000Z' };
          const decision = information.decide(information.initialState(), asked);
          const expected = addWorkingDays(calendar.content, receivedOn, answer);
          if (expected === null) {
            expect(decision).toMatchObject({ refusal: { code: 'information.calendar-too-short' } });
          } else {
            expect(decision).toMatchObject({ events: [{ data: { dueOn: expected } }] });
          }
        },
      ),
    );
  });

  it.each([0, -1, 1.5, 367])('cannot be %s working days long', (answer) => {
    const { content } = informationTerms;
    expect(informationTermsMustBeSound(content)).toBeNull();
    expect(informationTermsMustBeSound({ ...content, answer })?.field).toBe('content.answer');
  });
});
