import type {
  CountEvidence,
  ReturnEvidence,
  SubmitEvidence,
  VerifyEvidence,
} from '../evidence/commands';
import type { EvidenceEvent, EvidenceOrigin, EvidenceSubmitted } from '../evidence/events';
import type { EvidencePlace } from '../scorecard/closing';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-11-29T08:00:00.000Z',
} as const;

export const closesAt = '2025-11-30T16:59:59.999Z';
export const afterClosing = '2025-12-01T02:00:00.000Z';

/** Two documents of 50 points each, as in the 2025 guide for regional assets (123dok.com). */
export const place: EvidencePlace = {
  area: 'asset-management',
  indicator: 'assets.1',
  subIndicator: {
    id: 'assets.1.1',
    weight: '1',
    maximumPoints: '100',
    documents: [
      { id: 'menus', points: '50' },
      { id: 'report', points: '50' },
    ],
  },
};
const key = { region: '36.73', instrument: 'MCP', year: 2025, subIndicator: 'assets.1.1' };
const origin: EvidenceOrigin = { ...key, area: 'asset-management', indicator: 'assets.1' };
const scorecard = { place, closesAt };
export const receipt = (revision: number): string => `36.73-mcp-2025-assets.1.1-${revision}`;

export const submit = (change: Partial<SubmitEvidence> = {}): SubmitEvidence => ({
  type: 'SubmitEvidence',
  ...context,
  ...key,
  scorecard,
  document: 'menus',
  sha256: 'ab'.repeat(32),
  size: 482_113,
  title: 'Tangkapan layar menu',
  handedInAt: null,
  ...change,
});
export const submitted = (
  revision: number,
  change: Partial<EvidenceSubmitted['data']> = {},
): EvidenceEvent => ({
  type: 'EvidenceSubmitted',
  data: {
    ...origin,
    document: 'menus',
    receipt: receipt(revision),
    sha256: 'ab'.repeat(32),
    size: 482_113,
    title: 'Tangkapan layar menu',
    handedInAt: null,
    late: false,
    closesAt,
    replaces: null,
    submittedBy: 'operator',
    ...change,
  },
});

const reviewer = { kind: 'person', id: 'bpkp' } as const;
const review = { ...context, ...key, actor: reviewer, scorecard, jurisdiction: ['36'] };

export const verify = (change: Partial<VerifyEvidence> = {}): VerifyEvidence => ({
  type: 'VerifyEvidence',
  ...review,
  receipt: receipt(0),
  points: '37.5',
  note: null,
  ...change,
});
export const verified = (
  revision: number,
  points: string,
  change: { document?: string; note?: string } = {},
): EvidenceEvent => ({
  type: 'EvidenceVerified',
  data: {
    ...origin,
    document: 'menus',
    receipt: receipt(revision),
    points,
    maximumPoints: '50',
    note: null,
    verifiedBy: 'bpkp',
    ...change,
  },
});
export const sendBack = (change: Partial<ReturnEvidence> = {}): ReturnEvidence => ({
  type: 'ReturnEvidence',
  ...review,
  receipt: receipt(0),
  reason: 'The screenshot is of 2024',
  ...change,
});
export const returned = (revision: number): EvidenceEvent => ({
  type: 'EvidenceReturned',
  data: {
    ...origin,
    document: 'menus',
    receipt: receipt(revision),
    reason: 'The screenshot is of 2024',
    returnedBy: 'bpkp',
  },
});
export const count = (change: Partial<CountEvidence> = {}): CountEvidence => ({
  type: 'CountEvidence',
  ...review,
  at: afterClosing,
  ...change,
});
export const counted = (
  points: string,
  zeroBecause: Extract<EvidenceEvent, { type: 'EvidenceCounted' }>['data']['zeroBecause'] = null,
): EvidenceEvent => ({
  type: 'EvidenceCounted',
  data: { ...origin, points, maximumPoints: '100', zeroBecause, countedBy: 'bpkp' },
});
