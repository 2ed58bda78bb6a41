import fc from 'fast-check';

import { bantenLog } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { auditTrail, trailId } from './audit-trail';

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

  it.each([
    ['document', 'serang-2025', 'document serang-2025 of the view pact-register'],
    ['event', '48211', 'the view pact-register'],
    [
      'stream',
      'pact-serang-2025',
      'the view pact-register, which goes on with the rest of the stream',
    ],
  ] as const)('says which event was left out of which %s, and why', (kind, key, of) => {
    const event = {
      id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11',
      stream: 'pact-serang-2025',
      revision: '3',
      type: 'PactSigned',
      position: '48211/48190',
    };
    const reason = 'Signed twice by a fault of the importer.';
    const data = { view: 'pact-register', kind, key, event, reason, skippedBy: 'rina' };
    const stream = 'projection-pact-register';
    const skips = recorded([{ stream, event: { type: 'ParkedEventSkipped', data } }]);
    const [row] = fold(auditTrail, skips).values();
    expect(row).toMatchObject({
      category: 'projection',
      region: null,
      summary: `Event 3 of pact-serang-2025 (PactSigned) was left out of ${of}: ${reason}`,
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
