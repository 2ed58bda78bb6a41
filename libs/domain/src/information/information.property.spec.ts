import fc from 'fast-check';

import { addDays, addWorkingDays, workingDaysBetween } from '../calendar';
import { informationCommands } from '../testing/commands/information';
import { historiesOf } from '../testing/histories';
import { calendar2025 as calendar, informationTerms, requestOf2025 } from '../testing/information';
import { information, type InformationEvent } from '.';
import { informationTermsMustBeSound } from './policy-rules';

const histories = historiesOf(information, informationCommands);

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
        const between = (from: string, to: string | null) =>
          to && workingDaysBetween(calendar.content, from, to);
        const { receivedOn, dueOn } = requested!.data;
        expect(between(receivedOn, dueOn)).toBe(10);
        if (extended) {
          expect(between(receivedOn, extended.data.dueOn)).toBe(17);
          expect(dueOn !== null && extended.data.extendedOn <= dueOn).toBe(true);
        }
        const last = extended?.data.dueOn ?? dueOn;
        for (const { data } of only(events, 'InformationAnswered')) {
          expect(data.late).toBe(last !== null && data.answeredOn > last);
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
});

describe('the term for an answer', () => {
  it('is that of the calendar, and unknown where the calendar does not reach', () => {
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
          expect(decision).toMatchObject({ events: [{ data: { dueOn: expected } }] });
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
