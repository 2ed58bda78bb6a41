import fc from 'fast-check';

import { sumOf } from '../values/decimal';
import { gratificationCommands } from '../testing/commands/gratification';
import { historiesOf } from '../testing/histories';
import { gratification, type GratificationEvent } from '.';

const histories = historiesOf(gratification, gratificationCommands);

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
      fc.property(histories, ({ events }) => {
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
      fc.property(histories, ({ events }) => {
        const ends = events.filter(({ type }) => /Decided|Dropped/.test(type));
        const decided = ofType(events, 'GratificationDecided');
        const reports = new Map(
          ofType(events, 'GratificationReported').map(({ data }) => [data.report, data]),
        );
        const forwarded = new Set(
          ofType(events, 'GratificationForwarded').map(({ data }) => data.report),
        );
        const completed = new Set(
          ofType(events, 'GratificationCompleted').map(({ data }) => data.report),
        );
        return (
          new Set(ends.map(({ data }) => data.report)).size === ends.length &&
          decided.every(({ data }) => {
            const known = reports.get(data.report);
            return (
              known?.reportable === true &&
              (known.complete || completed.has(data.report)) &&
              known.recordedBy !== data.decidedBy &&
              (known.to === 'kpk' || forwarded.has(data.report))
            );
          })
        );
      }),
    );
  });
});
