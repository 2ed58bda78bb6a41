import type { JejakEvent } from '@jejak/domain';
import type { ScorecardKey } from '@jejak/domain/scorecard';

const source = { id: 'B5', citation: 'kabartangerang.com, 2019-08-21' };

const evidence = [{ sha256: 'cd'.repeat(32), title: 'Berita acara' }];

/** Milestones of every plan. */
export const milestones = ['m1', 'm2', 'm3', 'm4'] as const;

const item = 'e-planning';

export const registered = (code: string): JejakEvent => ({
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

export const published = (key: ScorecardKey, value: string): JejakEvent => ({
  type: 'PublishedScoreRecorded',
  data: {
    ...key,
    publication: 1,
    value,
    status: 'final',
    asOf: '2025-12-31',
    source,
    publishedRank: null,
    computed: null,
    difference: null,
    claimedBand: null,
    band: null,
  },
});

export const amended = (key: ScorecardKey, from: string, to: string): JejakEvent => ({
  type: 'ScoreAmended',
  data: {
    ...key,
    subject: 1,
    from,
    to,
    reason: 'Salah ketik pada publikasi',
    decision: 'SK 7/2026',
  },
});

interface PactKey {
  readonly pact: string;
  readonly region: string;
}

const date = '2025-03-04';

/** A pact's draft and four signatures. */
export function pactEvents(key: PactKey): JejakEvent[] {
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
        signatory: { position, name: null, outside: false, region: null },
        signedOn: date,
        signatureReference: null,
      },
    })),
  ];
}

interface PlanKey {
  readonly plan: string;
  readonly region: string;
}

export const adopted = (key: PlanKey): JejakEvent => ({
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
        targets: [],
      },
    ],
    announcedItemCount: null,
    checkpoints: [],
    checkpointPolicy: null,
    source,
  },
});

export const reported = (key: PlanKey, milestone: string): JejakEvent => ({
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
});

export const verified = (key: PlanKey, milestone: string): JejakEvent => ({
  type: 'MilestoneVerified',
  data: { ...key, item, milestone, verifiedBy: 'user-4', note: null },
});

export const returned = (key: PlanKey, milestone: string): JejakEvent => ({
  type: 'MilestoneReturned',
  data: { ...key, item, milestone, returnedBy: 'user-4', reason: 'Bukti belum lengkap' },
});
