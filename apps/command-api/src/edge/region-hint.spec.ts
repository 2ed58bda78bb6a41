import { type Refusal, regionStream } from '@jejak/domain';
import { type RegionEvent } from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

import { namingTheId } from './region-hint';

const source = null;
const registered = (code: string, level: 'province' | 'city', name: string): RegionEvent => ({
  type: 'RegionRegistered',
  data: {
    ...{ code, name, level, source, parent: level === 'city' ? code.slice(0, 2) : null },
    ...{ validFrom: null, validUntil: null, subdivisions: null },
  },
});
const validFrom = '2022-12-09';
const streams: Readonly<Record<string, readonly RegionEvent[]>> = {
  [regionStream('92.71')]: [
    registered('92.71', 'city', 'Kota Sorong'),
    {
      type: 'RegionRecoded',
      data: {
        ...{ region: '92.71', code: '96.71', validFrom, previous: '92.71', name: 'Kota Sorong' },
        ...{ level: 'city', parent: '96', legalBasis: 'UU 29/2022', source },
      },
    },
  ],
  [regionStream('96.71')]: [
    { type: 'RegionCodeReserved', data: { code: '96.71', region: '92.71', validFrom, source } },
  ],
};
let reads = 0;
const ledger: Ledger = {
  handle: () => Promise.reject(new Error('Nothing is recorded here.')),
  refer: (decider, stream) => {
    reads += 1;
    const events = streams[stream] ?? [];
    const state = events.reduce(
      (before, event) => decider.evolve(before, event as never),
      decider.initialState(),
    );
    return Promise.resolve(state);
  },
};
const refusal = (code: Refusal['code']): Refusal => ({
  code,
  reason: 'no',
  remedy: 'Register it.',
});

describe('a refusal for want of a region', () => {
  it('says so too where the command asks for what the region would have', async () => {
    const { remedy } = await namingTheId(ledger, refusal('scorecard.not-found'), '96.71');
    expect(remedy).toContain('Send 92.71');
  });

  it('says which id the code stands for today', async () => {
    const { code, reason, remedy } = await namingTheId(
      ledger,
      refusal('complaint.region-unknown'),
      '96.71',
    );
    expect(code).toBe('complaint.region-unknown');
    expect(reason).toContain('Kota Sorong');
    expect(remedy).toContain('Send 92.71');
  });

  it('stays as it is where nobody has the code', async () => {
    for (const code of ['96.72', '92.71', null, undefined]) {
      const given = refusal('complaint.region-unknown');
      expect(await namingTheId(ledger, given, code)).toBe(given);
    }
  });

  it('is looked into for nothing else', async () => {
    reads = 0;
    const given = refusal('complaint.wrong-state');
    expect(await namingTheId(ledger, given, '96.71')).toBe(given);
    expect(reads).toBe(0);
  });
});
