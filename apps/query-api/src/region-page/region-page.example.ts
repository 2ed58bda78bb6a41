import type { EvidenceProgressOn } from '@jejak/views';

import type { RegionPageReply } from './region-page.service';

const areas = [
  'planning-and-budgeting',
  'procurement',
  'one-stop-licensing',
  'apip-capability',
  'civil-service-management',
  'local-revenue',
  'asset-management',
];

const scoredInEveryArea = (year: number): EvidenceProgressOn => ({
  ...{ region: '36.73', instrument: 'MCP', year, frameworkVersion: 1, documents: 0 },
  areas: areas.map((area) => ({ area, scoredOn: `${year}-12-31` })),
  scoredAreas: areas.length,
  uploads: { handedIn: 0, replaced: 0, late: 0, verified: 0, returned: 0 },
  finalisedOn: null,
});

/**
 * What is answered with the published facts recorded and nothing else, at the examples of the
 * parameters: `test/e2e/golden-figures-people.spec.ts` asks for it. Only instants and positions differ.
 */
export const regionPageExample: RegionPageReply = {
  asOf: '2022-12-31',
  region: {
    id: '36.73',
    code: '36.73',
    name: 'Kota Serang',
    level: 'city',
    validFrom: null,
    validUntil: null,
    recordedAt: '2026-11-22T02:00:00.000Z',
  },
  isValid: true,
  sections: {
    scores: {
      status: 'answered',
      items: [
        {
          instrument: 'MCP',
          year: 2019,
          value: '63',
          status: 'final',
          asOf: null,
          source: { citation: 'bantensatu.co, 2021-03-04', id: 'B1' },
          publication: 4,
          publishedRank: null,
          computed: '62.86',
          amended: null,
        },
        {
          instrument: 'MCP',
          year: 2020,
          value: '69.55',
          status: 'final',
          asOf: null,
          source: { citation: 'bantensatu.co, 2021-03-04', id: 'B1' },
          publication: 1,
          publishedRank: 8,
          computed: '69.14',
          amended: null,
        },
        {
          instrument: 'MCP',
          year: 2022,
          value: '91',
          status: 'final',
          asOf: null,
          source: {
            citation: 'ANTARA Banten, November 2023: Inspektorat Kota Serang on MCP scores',
            id: 'S5',
          },
          publication: 1,
          publishedRank: 4,
          computed: null,
          amended: null,
        },
      ],
      truncated: false,
      more: '/v1/audit/trail?type=PublishedScoreRecorded&region=36.73',
    },
    evidence: {
      status: 'answered',
      items: [scoredInEveryArea(2019), scoredInEveryArea(2020)],
      truncated: false,
      more: '/v1/evidence?region=36.73',
    },
    indices: { status: 'answered', items: [], truncated: false, more: '/v1/indices?region=36.73' },
    disputes: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/scores/disputes?region=36.73',
    },
    pacts: { status: 'answered', items: [], truncated: false, more: '/v1/pacts?region=36.73' },
    zoneDeclarations: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/zones/declarations?region=36.73',
    },
    zones: { status: 'answered', items: [], truncated: false, more: '/v1/zones?region=36.73' },
    predicates: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/predicates?region=36.73',
    },
    plans: { status: 'answered', items: [], truncated: false, more: '/v1/plans?region=36.73' },
    deadlines: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/deadlines?region=36.73',
    },
    supervision: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/supervision?region=36.73',
    },
    trainings: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/trainings?region=36.73',
    },
    declarations: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/declarations?region=36.73',
    },
    gratifications: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/gratifications?region=36.73',
    },
    complaints: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/complaints?region=36.73',
    },
    informationRequests: {
      status: 'answered',
      items: [],
      truncated: false,
      more: '/v1/information-requests?region=36.73',
    },
    units: { status: 'answered', items: [], truncated: false, more: '/v1/units?region=36.73' },
    systems: { status: 'answered', items: [], truncated: false, more: '/v1/rollouts?region=36.73' },
    feeds: { status: 'answered', items: [], truncated: false, more: '/v1/feeds?region=36.73' },
  },
  position: '5120/5120',
};
