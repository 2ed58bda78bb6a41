import type { JejakEvent } from '@jejak/domain';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { figureHolding, indexDivergence } from './index-divergence';

const source = (id: string) => ({ id, citation: id });
const score = (
  instrument: string,
  value: string,
  status: 'provisional' | 'final' = 'final',
  asOf: string | null = null,
  publication = 1,
): { stream: string; event: JejakEvent } => ({
  stream: `scorecard-36-${instrument.toLowerCase()}-2021`,
  event: {
    type: 'PublishedScoreRecorded',
    data: {
      region: '36',
      instrument,
      year: 2021,
      publication,
      value,
      status,
      asOf,
      source: source('B5'),
      publishedRank: null,
      computed: null,
      difference: null,
      claimedBand: null,
      band: null,
    },
  },
});
const index = (kind: string, value: string, subject = '36', publication = 1) => ({
  stream: `index-${kind.toLowerCase()}-${subject}-2021`,
  event: {
    type: 'IndexRecorded' as const,
    data: {
      kind,
      subject,
      year: 2021,
      publication,
      value,
      band: null,
      claimedBand: null,
      claimedAs: null,
      respondents: null,
      publishedOn: null,
      source: source('I9'),
      policyVersion: 1,
      recordedBy: 'operator-1',
    },
  },
});
const correction = {
  stream: 'index-spi-36-2021',
  event: {
    type: 'IndexCorrected' as const,
    data: {
      kind: 'SPI',
      subject: '36',
      year: 2021,
      publication: 1,
      from: '61.4',
      to: '61.5',
      band: null,
      reason: 'x',
      policyVersion: 1,
      correctedBy: 'verifier-1',
    },
  },
};
const amendment = {
  stream: 'scorecard-36-mcp-2021',
  event: {
    type: 'ScoreAmended' as const,
    data: {
      region: '36',
      instrument: 'MCP',
      year: 2021,
      subject: 1,
      from: '93.25',
      to: '93',
      reason: 'x',
      decision: 'y',
    },
  },
};

type Facts = { stream: string; event: JejakEvent }[];
const after = (...facts: Facts) => fold(indexDivergence, recorded(facts)).get('2021/36');

describe('the divergence of MCP and SPI', () => {
  it('is taken of figures from scorecards and from the register alike', () => {
    expect(after(score('MCP', '93.25'), index('SPI', '61.4'))?.hundredths).toBe(3185);
    expect(after(index('MCP', '93.25'), score('SPI', '61.4'))?.hundredths).toBe(3185);
    expect(after(score('MCSP', '61.4'), index('SPI', '93.25'))?.hundredths).toBe(-3185);
  });

  it('is unknown while one of the two is, and no other instrument or group counts', () => {
    expect(after(score('MCP', '93.25'))?.hundredths).toBeNull();
    expect(
      after(score('MCP', '93.25'), index('SPIP', '3.1'), index('SPI', '72', 'national')),
    ).toMatchObject({
      spi: [],
      hundredths: null,
    });
  });

  it('follows corrections of either', () => {
    const before = [score('MCP', '93.25'), index('SPI', '61.4')];
    expect(after(...before, correction)?.hundredths).toBe(3175);
    expect(after(...before, amendment)?.hundredths).toBe(3160);
  });

  it('takes a final figure before a provisional one, then the latest day, then the first recorded', () => {
    const document = after(
      score('MCP', '70', 'provisional', '2021-12-31'),
      score('MCP', '80', 'final', '2021-06-30', 2),
      score('MCP', '81', 'final', null, 3),
      score('MCP', '82', 'final', null, 4),
    );
    expect(figureHolding(document?.mcp ?? [], 2021)?.value).toBe('81');
    expect(figureHolding([], 2021)).toBeNull();
  });

  it('keeps both of two figures that contradict each other', () => {
    const document = after(
      index('MCP', '93.25'),
      index('SPI', '61.4'),
      index('SPI', '60', '36', 2),
    );
    expect(document?.spi.map(({ value }) => value)).toEqual(['61.4', '60']);
    expect(document?.hundredths).toBe(3185);
  });

  it('is unchanged by events it has seen', () => {
    const log = recorded([score('MCP', '93.25'), index('SPI', '61.4'), correction, amendment]);
    expect(fold(indexDivergence, twice(log))).toEqual(fold(indexDivergence, log));
  });
});
