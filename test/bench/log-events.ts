import {
  type JejakEvent,
  pactStream,
  planStream,
  regionStream,
  scorecardStream,
} from '@jejak/domain';
import type { NewEvent } from '@jejak/event-store';

import { newEvent, opened, scored, scorecardKey } from './workload';

export interface StreamEvents {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

const source = { id: 'B5', citation: 'kabartangerang.com, 2019-08-21' };

const evidence = [{ sha256: 'cd'.repeat(32), title: 'Berita acara' }];

/** Scores of one scorecard before it is published. */
const scoresEach = 26;

/** Milestones of one plan, each reported and verified. */
const milestones = ['m1', 'm2', 'm3', 'm4'];

/**
 * A log of exactly `total` events that concern all five views: for each region its registration, a
 * scorecard scored and published, a pact signed by four, and a plan whose milestones are met.
 */
export function logEvents(total: number): StreamEvents[] {
  const streams: StreamEvents[] = [];
  let left = total;
  for (let n = 0; left > 0; n += 1) {
    for (const { stream, events } of regionEvents(n)) {
      const taken = events.slice(0, left);
      left -= taken.length;
      if (taken.length > 0) streams.push({ stream, events: taken.map(newEvent) });
    }
  }
  return streams;
}

function regionEvents(n: number): { stream: string; events: JejakEvent[] }[] {
  const key = scorecardKey('MCP', n);
  const { region } = key;
  const pact = `pact-${n}`;
  const plan = `plan-${n}`;
  return [
    { stream: regionStream(region), events: [registered(region)] },
    { stream: scorecardStream(key), events: [opened(key), ...scores(n), published(n)] },
    { stream: pactStream(pact), events: pactEvents({ pact, region }) },
    { stream: planStream(plan), events: planEvents({ plan, region }) },
  ];
}

const registered = (code: string): JejakEvent => ({
  type: 'RegionRegistered',
  data: {
    code,
    name: `Kota ${code}`,
    level: 'city',
    parent: code.slice(0, 2),
    validFrom: null,
    validUntil: null,
    subdivisions: { districts: 6, urbanVillages: 67, villages: 0 },
    source,
  },
});

const scores = (n: number): JejakEvent[] =>
  Array.from({ length: scoresEach }, (_, index) => scored(scorecardKey('MCP', n), index));

const published = (n: number): JejakEvent => ({
  type: 'PublishedScoreRecorded',
  data: {
    ...scorecardKey('MCP', n),
    publication: 1,
    value: String(n % 100),
    status: 'final',
    asOf: '2025-12-31',
    source,
    publishedRank: null,
    computed: null,
  },
});

function pactEvents(key: { pact: string; region: string }): JejakEvent[] {
  const date = '2025-03-04';
  return [
    {
      type: 'PactDrafted',
      data: {
        ...key,
        textVersion: '2011',
        occasion: 'Pelantikan pejabat eselon II',
        date,
        place: 'Ciruas',
        symbolicSigners: [{ group: 'camat', count: 29 }],
        source,
      },
    },
    ...['Bupati', 'Sekretaris Daerah', 'Inspektur', 'Kepala Dinas'].map((position): JejakEvent => ({
      type: 'PactSigned',
      data: {
        ...key,
        signatory: { position, name: null, outside: false },
        signedOn: date,
        signatureReference: null,
      },
    })),
  ];
}

function planEvents(key: { plan: string; region: string }): JejakEvent[] {
  const item = 'e-planning';
  const adopted: JejakEvent = {
    type: 'ActionPlanAdopted',
    data: {
      ...key,
      period: '2025',
      decree: 'SK 12/2025',
      items: [
        {
          id: item,
          title: 'Penerapan e-planning',
          measure: null,
          owner: 'Bappeda',
          milestones: milestones.map((id) => ({ id, title: id, dueOn: null, target: null })),
        },
      ],
      announcedItemCount: null,
      source,
    },
  };
  return [
    adopted,
    ...milestones.flatMap((milestone): JejakEvent[] => [
      {
        type: 'MilestoneReported',
        data: {
          ...key,
          item,
          milestone,
          metOn: '2025-06-30',
          evidence,
          note: null,
          reportedBy: 'user-3',
          late: null,
        },
      },
      {
        type: 'MilestoneVerified',
        data: { ...key, item, milestone, verifiedBy: 'user-4', note: null },
      },
    ]),
  ];
}
