import type { JejakEvent } from '@jejak/domain';

import { areaStanding, computedBy } from '../score-series/area-standing';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { areas2024, scorecardFacts } from '../testing/score-log';
import { areaScores } from './area-scores';

const stream = 'scorecard-36.72-mcp-2024';
const key = { region: '36.72', instrument: 'MCP', year: 2024 };
const event = (type: string, data: object) => ({
  stream,
  event: { type, data: { ...key, ...data } } as JejakEvent,
});
const after = (...more: readonly ReturnType<typeof event>[]) => {
  const scores = { planning: '83', procurement: '65' };
  const log = recorded([...scorecardFacts('36.72', 2024, areas2024, scores), ...more]);
  expect(fold(areaScores, twice(log))).toEqual(fold(areaScores, log));
  return fold(areaScores, log).get('MCP/2024/36.72') ?? null;
};
const scored = event('IndicatorScored', { area: 'planning', indicator: 'x', evidence: [] });
const finalised = event('ScorecardFinalised', {
  computed: '70',
  areas: [
    { area: 'planning', score: '75' },
    { area: 'procurement', score: '65' },
  ],
  countedAsZero: ['budgeting'],
});

describe('The areas of a scorecard', () => {
  it('have the score somebody gave them, until their indicators are scored after it', () => {
    expect(areaStanding(after(), 'planning', true)).toMatchObject({
      status: 'recorded',
      score: '83',
      source: { id: 'B7' },
    });
    expect(areaStanding(after(scored), 'planning', true)).toMatchObject({
      status: 'in-progress',
      score: null,
    });
    expect(areaStanding(after(scored), 'procurement', true)).toMatchObject({ score: '65' });
  });

  it('have what they came to once it is finalised, and its total as amended', () => {
    const document = after(scored, finalised);
    expect(areaStanding(document, 'planning', true)).toMatchObject({
      status: 'finalised',
      score: '75',
    });
    expect(computedBy(document)).toBe('70');
    const amended = event('ScoreAmended', { subject: 'finalised', from: '70', to: '71' });
    expect(computedBy(after(finalised, amended))).toBe('71');
    expect(computedBy(after())).toBeNull();
  });

  it('are not touched by the correction of a published total', () => {
    const amended = event('ScoreAmended', { subject: 1, from: '70', to: '71' });
    expect(after(finalised, amended)).toEqual(after(finalised));
  });

  it('are unknown, or do not apply, where nothing was recorded', () => {
    expect(areaStanding(after(), 'budgeting', true).status).toBe('unknown');
    expect(areaStanding(null, 'village-funds', false).status).toBe('not-applicable');
  });
});
