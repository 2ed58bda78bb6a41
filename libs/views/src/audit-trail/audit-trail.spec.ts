import fc from 'fast-check';

import { bantenLog } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { auditTrail, trailId } from './audit-trail';
import { trailQuery } from './trail-query';

const log = bantenLog();
const number = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n });

describe('audit trail', () => {
  it('has one row per event, in the order of the log', () => {
    const rows = fold(auditTrail, log);
    expect(rows.size).toBe(log.length);
    expect([...rows.keys()].sort()).toEqual([...rows.keys()]);
  });

  it('says who recorded which fact, where, when and because of what', () => {
    const row = [...fold(auditTrail, log).values()].find(({ type }) => type !== 'RegionRegistered');
    expect(row).toMatchObject({
      recordedAt: '2026-01-05T02:00:00.000Z',
      actor: { kind: 'person', id: 'operator-1' },
      type: 'PublishedScoreRecorded',
      stream: 'scorecard-36.01-mcp-2019',
      revision: '0',
      category: 'scorecard',
      region: '36.01',
      correlationId: 'import-banten',
      commandId: 'command-000000000010',
      schemaVersion: 1,
      summary:
        'The provisional score 17 as of 2019-08-21 published by B5 was recorded on the MCP 2019 scorecard of 36.01',
    });
  });

  it('takes the region of a registration from its code', () => {
    const [first] = fold(auditTrail, log).values();
    expect(first).toMatchObject({
      region: '36',
      summary: 'Provinsi Banten (36) was registered as a province',
    });
  });

  it('is unchanged by events it has seen', () => {
    expect(fold(auditTrail, twice(log))).toEqual(fold(auditTrail, log));
  });

  it('orders row identifiers as the log orders positions', () => {
    fc.assert(
      fc.property(number, number, number, number, (a, b, c, d) => {
        const before = a < c || (a === c && b < d);
        expect(trailId({ commit: a, prepare: b }) < trailId({ commit: c, prepare: d })).toBe(
          before,
        );
      }),
    );
  });
});

describe('asking the audit trail', () => {
  it('reads newest first and one row more than the page', () => {
    expect(trailQuery({}, null, 50)).toEqual({ filter: {}, sort: { _id: -1 }, limit: 51 });
  });

  it('goes on after the last row in either order', () => {
    expect(trailQuery({ type: 'PactSigned' }, 'x', 10).filter).toEqual({
      type: 'PactSigned',
      _id: { $lt: 'x' },
    });
    expect(trailQuery({ order: 'asc' }, 'x', 10)).toMatchObject({
      filter: { _id: { $gt: 'x' } },
      sort: { _id: 1 },
    });
  });

  it('turns every filter into a condition on one field', () => {
    const filters = {
      region: '36.73',
      actor: 'operator-1',
      stream: 'plan-x',
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-31T23:59:59.999Z',
    };
    expect(trailQuery(filters, null, 1).filter).toEqual({
      region: '36.73',
      'actor.id': 'operator-1',
      stream: 'plan-x',
      recordedAt: { $gte: filters.from, $lte: filters.to },
    });
  });
});
