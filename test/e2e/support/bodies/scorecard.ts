import { evidence, source } from './parts';

const scorecard = '/v1/scorecards/36.73/MCP/2019';

export const scorecardBodies: Readonly<Record<string, object>> = {
  [`${scorecard}/open`]: {},
  [`${scorecard}/score-indicator`]: {
    area: 'procurement',
    indicator: 'e-catalogue',
    points: '50',
    maximumPoints: '100',
    evidence,
    note: 'Seen',
  },
  [`${scorecard}/record-area-scores`]: {
    scores: [{ area: 'procurement', score: '42' }],
    asOf: '2019-12-31',
    source,
  },
  [`${scorecard}/record-published-score`]: {
    value: '29.5',
    status: 'provisional',
    asOf: '2019-08-22',
    source,
    publishedRank: 7,
    claimedBand: 'yellow',
  },
  [`${scorecard}/assign-indicator`]: {
    ...{ area: 'procurement', indicator: 'plan', subIndicator: 'plan.1', unit: 'ukpbj' },
  },
  [`${scorecard}/close-cycle`]: { closesAt: '2999-11-30T23:59:59+07:00', decision: 'B/7712' },
  [`${scorecard}/submit-evidence`]: {
    subIndicator: 'procurement.1.1',
    document: 'menus',
    sha256: 'a'.repeat(64),
    size: 482_113,
    title: 'Menus',
    handedInAt: '2019-10-30T12:00:00+07:00',
  },
  [`${scorecard}/verify-evidence`]: {
    subIndicator: 'procurement.1.1',
    receipt: '36.73-mcp-2019-procurement.1.1-0',
    points: '37.5',
    note: 'Seen',
  },
  [`${scorecard}/return-evidence`]: {
    subIndicator: 'procurement.1.1',
    receipt: '36.73-mcp-2019-procurement.1.1-0',
    reason: 'Of 2018',
  },
  [`${scorecard}/finalise`]: {},
  [`${scorecard}/amend`]: { publication: 1, to: '30', reason: 'Typing error', decision: 'BA-12' },
};
