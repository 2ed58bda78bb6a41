import type { DecimalText, Instant } from '@jejak/domain';
import type {
  EvidenceReturned,
  EvidenceSubmitted,
  EvidenceVerified,
} from '@jejak/domain/evidence/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** `late` was never in time; `replaced` was, until another upload took its place. */
export type UploadStanding = 'waiting' | 'verified' | 'returned' | 'late' | 'replaced';

/** One judgement of an upload; later ones stand beside it. */
export interface Review {
  readonly verdict: 'verified' | 'returned';
  readonly points: DecimalText | null;
  /** Note of a verification, reason of a return. */
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

/** One upload, by its receipt: what a region needs to prove that it was in time. */
export interface EvidenceDocument {
  readonly receipt: string;
  readonly region: string;
  readonly province: string;
  readonly instrument: string;
  readonly year: number;
  readonly area: string;
  readonly indicator: string;
  readonly subIndicator: string;
  readonly document: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly title: string;
  readonly submittedBy: string;
  /** Instant it was recorded. */
  readonly submittedAt: Instant;
  /** When another system took it in, as that system says; null: when it was recorded. */
  readonly handedInAt: Instant | null;
  readonly late: boolean;
  /** End of the uploads it was judged by. */
  readonly closesAt: Instant | null;
  readonly state: UploadStanding;
  /** Null unless verified. */
  readonly points: DecimalText | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  /** In the order of recording. */
  readonly reviews: readonly Review[];
}

/** One document for each upload. Any upload ever made stays in it. */
export const evidenceRegister: FoldedView<EvidenceDocument> = {
  name: 'evidence-register',
  version: 3,
  eventTypes: ['EvidenceSubmitted', 'EvidenceVerified', 'EvidenceReturned'],
  documentsOf({ event }) {
    if (event.type === 'EvidenceSubmitted') {
      const { receipt, replaces } = event.data;
      return replaces === null ? [receipt] : [receipt, replaces];
    }
    return event.type === 'EvidenceVerified' || event.type === 'EvidenceReturned'
      ? [event.data.receipt]
      : [];
  },
  apply(document, { event, metadata: { recordedAt } }, receipt) {
    if (event.type === 'EvidenceSubmitted') {
      return event.data.receipt === receipt
        ? uploadOf(event.data, recordedAt)
        : {
            ...continued(document, receipt),
            state: 'replaced',
            points: null,
            replacedBy: event.data.receipt,
          };
    }
    if (event.type !== 'EvidenceVerified' && event.type !== 'EvidenceReturned') return document;
    const review = reviewOf(event, recordedAt);
    const before = continued(document, receipt);
    return {
      ...before,
      state: review.verdict,
      points: review.points,
      reviews: [...before.reviews, review],
    };
  },
  indexes: [
    { submittedAt: 1, _id: 1 },
    { region: 1, submittedAt: 1, _id: 1 },
    { province: 1, submittedAt: 1, _id: 1 },
    { instrument: 1, submittedAt: 1, _id: 1 },
    { year: 1, submittedAt: 1, _id: 1 },
    { state: 1, submittedAt: 1, _id: 1 },
    { late: 1, submittedAt: 1, _id: 1 },
    { sha256: 1, submittedAt: 1, _id: 1 },
  ],
};

const uploadOf = (data: EvidenceSubmitted['data'], submittedAt: Instant): EvidenceDocument => ({
  ...data,
  province: provinceOf(data.region),
  submittedAt,
  state: data.late ? 'late' : 'waiting',
  points: null,
  replacedBy: null,
  reviews: [],
});

function reviewOf(event: EvidenceVerified | EvidenceReturned, at: Instant): Review {
  if (event.type === 'EvidenceVerified') {
    const { points, note, verifiedBy: by } = event.data;
    return { verdict: 'verified', points, note, by, at };
  }
  const { reason: note, returnedBy: by } = event.data;
  return { verdict: 'returned', points: null, note, by, at };
}
