import fc from 'fast-check';

import { addDays } from '../calendar';
import { sumOf } from '../values/decimal';
import { at, by, giver, receiver, report, rules2019, rules2026 } from '../testing/gratifications';
import { gratification, type GratificationCommand, type GratificationEvent } from '.';

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const actor = fc.constantFrom('ani', 'budi').map(by);
const days = fc.nat({ max: 150 }).map((count) => addDays('2025-12-15', count));
const base = fc.record({ report: ids, actor });

const command: fc.Arbitrary<GratificationCommand> = fc.oneof(
  fc
    .record({
      report: ids,
      actor,
      receivedOn: days,
      reportedOn: days,
      to: fc.constantFrom('kpk', 'upg'),
      category: fc.constantFrom('co-worker', 'ceremony', 'farewell', 'other'),
      form: fc.constantFrom('cash', 'non-cash'),
      value: fc.integer({ min: 1, max: 700 }).map((thousands) => `${thousands}000`),
      giver: fc.constantFrom(giver, null),
      complete: fc.boolean(),
      rules: fc.constantFrom(rules2019, rules2026),
    } as const)
    .map((change) => report(change as Partial<ReturnType<typeof report>>)),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'ForwardGratification',
    receiver,
    at,
    forwardedOn: day,
  })),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'DecideGratification',
    receiver,
    at,
    decidedOn: day,
    owner: 'state',
    decision: 'SK-1',
  })),
  fc.tuple(base, days).map(([one, day]): GratificationCommand => ({
    ...one,
    type: 'DropGratification',
    receiver,
    at,
    droppedOn: day,
  })),
);

function run(commands: readonly GratificationCommand[]): readonly GratificationEvent[] {
  const events: GratificationEvent[] = [];
  let state = gratification.initialState();
  for (const next of commands) {
    const decision = gratification.decide(state, next);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((one, event) => gratification.evolve(one, event), state);
  }
  return events;
}

const histories = fc.array(command, { maxLength: 40 }).map(run);

const ofType = <Type extends GratificationEvent['type']>(
  events: readonly GratificationEvent[],
  type: Type,
) =>
  events.filter(
    (event): event is Extract<GratificationEvent, { type: Type }> => event.type === type,
  );

describe('any history of reports', () => {
  it('exempts no more of one giver in a year than the limit that applied', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const exempt = ofType(events, 'GratificationReported').filter(
          ({ data }) => data.verdict === 'exempt' && data.category === 'co-worker',
        );
        return exempt.every(({ data }, place) => {
          const sameYear = exempt
            .slice(0, place + 1)
            .filter((one) => one.data.receivedOn.startsWith(data.receivedOn.slice(0, 4)));
          const limit = data.policyVersion === 1 ? 1_000_000 : 1_500_000;
          return Number(sumOf(sameYear.map((one) => one.data.value))) <= limit;
        });
      }),
    );
  });

  it('ends each report at most once, and only ones that need it at the Commission', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const ends = events.filter(({ type }) => /Decided|Dropped/.test(type));
        const decided = ofType(events, 'GratificationDecided');
        const reports = new Map(
          ofType(events, 'GratificationReported').map(({ data }) => [data.report, data]),
        );
        const forwarded = new Set(
          ofType(events, 'GratificationForwarded').map(({ data }) => data.report),
        );
        return (
          new Set(ends.map(({ data }) => data.report)).size === ends.length &&
          decided.every(({ data }) => {
            const known = reports.get(data.report);
            return (
              known?.reportable === true &&
              known.complete &&
              known.recordedBy !== data.decidedBy &&
              (known.to === 'kpk' || forwarded.has(data.report))
            );
          })
        );
      }),
    );
  });
});
