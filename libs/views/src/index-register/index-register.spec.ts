import type { IndexEvent, IndexRecorded } from '@jejak/domain/indices/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { indexRegister } from './index-register';

const published = (change: Partial<IndexRecorded['data']> = {}): IndexEvent => ({
  type: 'IndexRecorded',
  data: {
    kind: 'SPI',
    subject: '36',
    year: 2021,
    publication: 1,
    value: '61.4',
    band: 'red',
    claimedBand: null,
    claimedAs: null,
    respondents: null,
    publishedOn: null,
    source: { id: 'I9', citation: 'tangerang.tribunnews.com' },
    policyVersion: 1,
    recordedBy: 'operator-1',
    ...change,
  },
});
const corrected: IndexEvent = {
  type: 'IndexCorrected',
  data: {
    kind: 'SPI',
    subject: '36',
    year: 2021,
    publication: 2,
    from: '60',
    to: '61.4',
    band: 'red',
    reason: 'Typing error',
    policyVersion: 1,
    correctedBy: 'verifier-1',
  },
};
const governor = { publication: 2, value: '60', source: { id: 'B12', citation: 'rm.id' } };

const logOf = (...events: IndexEvent[]) =>
  recorded(events.map((event) => ({ stream: 'index-spi-36-2021', event })));
const after = (...events: IndexEvent[]) => fold(indexRegister, logOf(...events)).get('SPI/36/2021');

describe('the register of indices', () => {
  it('keeps what two sources say and calls it disputed', () => {
    expect(after(published())).toMatchObject({ region: '36', disputed: false, misjudged: false });
    expect(after(published(), published(governor))).toMatchObject({
      disputed: true,
      publications: [{ value: '61.4' }, { value: '60', source: { id: 'B12' } }],
    });
    const same = after(published(), published({ ...governor, value: '61.4' }));
    expect(same?.disputed).toBe(false);
  });

  it('says whether a claimed band is the one the value has', () => {
    const claims = (claimedBand: string | null) =>
      after(published({ claimedBand }))?.publications[0]?.claimHolds;
    expect([claims('yellow'), claims('red'), claims(null)]).toEqual([false, true, null]);
    expect(after(published({ claimedBand: 'yellow' }))?.misjudged).toBe(true);
  });

  it('shows the corrected value with what it was and why', () => {
    expect(after(published(), published(governor), corrected)).toMatchObject({
      disputed: false,
      publications: [
        { corrections: [] },
        { value: '61.4', corrections: [{ from: '60', to: '61.4', reason: 'Typing error' }] },
      ],
    });
    expect(() => after(published(), corrected)).toThrow('never recorded');
  });

  it('gives a group of bodies no region', () => {
    const log = logOf(published({ subject: 'national' }));
    expect(fold(indexRegister, log).get('SPI/national/2021')?.region).toBeNull();
  });

  it('is unchanged by events it has seen', () => {
    const log = logOf(published(), published(governor), corrected);
    expect(fold(indexRegister, twice(log))).toEqual(fold(indexRegister, log));
  });
});
