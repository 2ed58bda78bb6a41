import type { JejakEvent } from '@jejak/domain';

import { pactBreaches, shownBreach } from '../pact-breaches/pact-breaches';
import { pactCoverage } from '../pact-coverage/pact-coverage';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import type { View } from '../view';
import { ceremonyOf } from './pact-ceremony';
import { pactOn } from './pact-on';
import { pactRegister } from './pact-register';

const key = { pact: 'banten-2022-06-24', region: '36' };
const day = '2022-06-24';
const drafted: JejakEvent = {
  type: 'PactDrafted',
  data: {
    ...{ ...key, textVersion: '2011', occasion: 'Provincial pact', date: day, place: null },
    ...{ symbolicSigners: [{ group: 'Kepala Kejaksaan Negeri', count: null }], source: null },
  },
};
const signed = (position: string, region: string | null): JejakEvent => ({
  type: 'PactSigned',
  data: {
    ...{ ...key, signedOn: day, signatureReference: null },
    signatory: { position, name: null, outside: false, region },
  },
});
const leftOn = (on: string | null): JejakEvent => ({
  type: 'SignatureSuperseded',
  data: {
    ...{ ...key, signatory: { position: 'Bupati Lebak', name: null } },
    ...{ ground: 'position-changed', reason: 'the term ended', successor: null, on },
  },
});
const left = leftOn(null);
const replacedOn = (on: string | null): JejakEvent => ({
  type: 'PactSuperseded',
  data: { ...key, ground: 'text-replaced', reason: 'a new text', successor: null, on },
});
const after = <Document extends object>(
  view: View<Document>,
  id: string,
  ...events: JejakEvent[]
): Document => {
  const log = recorded(events.map((event) => ({ stream: 'any-1', event })));
  const found = fold(view, twice(log)).get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const pact = (...events: JejakEvent[]) => after(pactRegister, key.pact, drafted, ...events);
const both = [signed('Penjabat Gubernur Banten', null), signed('Bupati Lebak', '36.02')];

describe('a ceremony of many regions', () => {
  it('has every party with the region it signs for, and leaves names and counts unknown', () => {
    const { regions, parties } = ceremonyOf(pact(...both));
    expect(regions).toEqual(['36', '36.02']);
    expect(
      parties.map(({ role, position, region, count }) => [role, position, region, count]),
    ).toEqual([
      ['signatory', 'Penjabat Gubernur Banten', '36', 1],
      ['signatory', 'Bupati Lebak', '36.02', 1],
      ['group', 'Kepala Kejaksaan Negeri', '36', null],
    ]);
    expect(parties.every(({ name }) => name === null)).toBe(true);
  });
});

describe('a signature that was superseded', () => {
  it('waits for another one, while the others hold', () => {
    const document = pact(...both, left);
    expect(document).toMatchObject({
      ...{ state: 'drafted', toSignAgain: 1 },
      signatories: [{ superseded: null }, { superseded: { ground: 'position-changed' } }],
    });
  });

  it('held until the day before the one it was superseded on', () => {
    const document = pact(...both, leftOn('2023-11-03'));
    expect(pactOn(document, '2023-11-02')).toMatchObject({ toSignAgain: 0 });
    expect(pactOn(document, '2023-11-03')).toMatchObject({
      toSignAgain: 1,
      signatories: [{ superseded: null }, { superseded: { on: '2023-11-03' } }],
    });
  });

  it('held on the days before that was recorded, where no day is given', () => {
    expect(pactOn(pact(...both, left), '2025-12-31')).toMatchObject({
      toSignAgain: 0,
      signatories: [{ superseded: null }, { superseded: null }],
    });
    expect(pactOn(pact(...both, left), '2026-01-05')).toMatchObject({ toSignAgain: 1 });
  });

  it('must have been given', () => {
    expect(() => pact(left)).toThrow('did not sign');
  });
});

describe('a pact that was superseded', () => {
  it('held until the day before its own day, or before the day of recording without one', () => {
    const stateOn = (on: string | null, day: string) =>
      pactOn(pact(...both, replacedOn(on)), day)?.state;
    expect(stateOn('2024-05-01', '2024-04-30')).toBe('drafted');
    expect(stateOn('2024-05-01', '2024-05-01')).toBe('superseded');
    expect(stateOn(null, '2026-01-04')).toBe('drafted');
    expect(stateOn(null, '2026-01-05')).toBe('superseded');
  });
});

describe('the coverage of a unit', () => {
  const count = (asOf: string, signedBy: number, id: string): JejakEvent => ({
    type: 'UnitSignaturesCounted',
    data: {
      ...{ region: '36.04', unit: 'bapenda', unitName: 'Bapenda', staff: 100, signed: signedBy },
      ...{ percent: String(signedBy), asOf, source: { id, citation: id } },
    },
  });

  it('is that of the latest day, and every count stays', () => {
    const document = after(
      pactCoverage,
      '36.04/bapenda',
      count('2022-06-23', 90, 'a'),
      count('2021-06-23', 10, 'b'),
      count('2022-06-23', 91, 'c'),
    );
    expect(document).toMatchObject({ signed: 91, asOf: '2022-06-23' });
    expect(document.counts.map(({ source }) => source.id)).toEqual(['b', 'a', 'c']);
  });
});

describe('a reported breach in public', () => {
  const reported: JejakEvent = {
    type: 'PactBreachReported',
    data: {
      ...{ breach: 'c1', region: '36', pact: key.pact, position: 'Bupati Lebak' },
      ...{
        obligations: ['set-an-example'],
        reporter: '5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11',
        reportedOn: day,
      },
      ...{ recordedBy: 'desk', appealOf: null },
    },
  };
  const concluded = (finding: 'proven' | 'not-proven'): JejakEvent => ({
    type: 'PactBreachConcluded',
    data: {
      ...{ breach: 'c1', region: '36', finding, sanctionReference: null, reason: 'x' },
      ...{ concludedOn: '2022-07-01', concludedBy: 'inspector' },
    },
  });
  const shown = (...events: JejakEvent[]) =>
    shownBreach(after(pactBreaches, 'c1', reported, ...events));

  it('never shows who reported it, and whose it was only once it is proven', () => {
    expect(JSON.stringify(shown())).not.toMatch(/5f0c2a91-3c1e-4b7a-9a43-7f0f5a4c2e11|Lebak|desk/);
    expect(shown(concluded('not-proven'))).toMatchObject({ state: 'concluded', office: null });
    expect(shown(concluded('proven'))).toMatchObject({ office: 'Bupati Lebak' });
  });
});
