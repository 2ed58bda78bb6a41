import type { ScoreAmended } from '@jejak/domain/scorecard/events';

import { bantenLog, bantenScores } from '../testing/banten';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { ranking } from './ranking';

const amended = (subject: 'finalised' | number): { stream: string; event: ScoreAmended } => ({
  stream: 'scorecard-36.73-mcp-2019',
  event: {
    type: 'ScoreAmended',
    data: {
      region: '36.73',
      instrument: 'MCP',
      year: 2019,
      subject,
      from: '63',
      to: '62',
      reason: 'sum corrected',
      decision: 'KEP-1/2020',
    },
  },
});

describe('ranking view', () => {
  it('keeps every published score of an instrument, year and province in one document', () => {
    const documents = fold(ranking, bantenLog());
    expect([...documents.keys()]).toEqual([
      'MCP/2019/36',
      'MCP/2022/36',
      'MCP/2023/36',
      'SPI/2024/36',
    ]);
    expect(documents.get('MCP/2019/36')?.records).toHaveLength(13);
  });

  it('is unchanged by events it has seen', () => {
    const log = recorded([...bantenScores, amended(4)]);
    expect(fold(ranking, twice(log))).toEqual(fold(ranking, log));
  });

  it('keeps a correction beside the value it corrects', () => {
    const document = fold(ranking, recorded([...bantenScores, amended(4)])).get('MCP/2019/36');
    const corrected = document?.records.filter(({ amendments }) => amendments.length > 0);
    expect(corrected).toMatchObject([
      { region: '36.73', publication: 4, value: '63', amendments: [{ from: '63', to: '62' }] },
    ]);
  });

  it('is not touched by a correction of the finalised score', () => {
    const [event] = recorded([amended('finalised')]);
    expect(event && ranking.documentsOf(event)).toEqual([]);
  });

  it('refuses a correction of a publication it never saw', () => {
    expect(() => fold(ranking, recorded([amended(9)]))).toThrow('Publication 9 of 36.73');
  });
});
