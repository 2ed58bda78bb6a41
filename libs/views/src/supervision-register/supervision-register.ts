import type { Source } from '@jejak/domain';
import type {
  FollowUpReported,
  MeetingKey,
  MeetingRecorded,
  RecommendationKey,
  RecommendationMade,
} from '@jejak/domain/supervision/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

export interface ShownRecommendation extends Omit<RecommendationMade['data'], keyof MeetingKey> {
  readonly state: 'open' | 'reported' | 'verified' | 'returned';
  readonly report: Omit<
    FollowUpReported['data'],
    keyof MeetingKey | keyof RecommendationKey
  > | null;
  /** What came of the last report; null while nobody has judged it. */
  readonly review: { readonly by: string; readonly note: string | null } | null;
}

/** What sources say of one detail; `disputed` where they differ, and none is preferred. */
export interface ClaimedDetail {
  readonly detail: string;
  readonly claims: readonly { readonly value: string; readonly source: Source }[];
  readonly disputed: boolean;
}

/** One meeting, what was recommended and what became of it. */
export interface SupervisionDocument {
  readonly meeting: string;
  readonly region: string;
  readonly title: string;
  readonly date: string;
  readonly place: string | null;
  readonly organiser: string;
  readonly participants: readonly string[];
  readonly source: Source | null;
  readonly details: readonly ClaimedDetail[];
  readonly recommendations: readonly ShownRecommendation[];
  readonly changedAt: string;
}

/** One document per meeting. */
export const supervisionRegister: FoldedView<SupervisionDocument> = {
  name: 'supervision-register',
  version: 2,
  readsFrom: 1,
  eventTypes: [
    'MeetingRecorded',
    'MeetingDetailClaimed',
    'RecommendationMade',
    'FollowUpReported',
    'FollowUpVerified',
    'FollowUpReturned',
  ],
  documentsOf: ({ event }) => ('meeting' in event.data ? [event.data.meeting] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'MeetingRecorded') return recorded(event.data, recordedAt);
    const before = { ...continued(document, id), changedAt: recordedAt };
    if (event.type === 'MeetingDetailClaimed') {
      const { detail, value, source } = event.data;
      return { ...before, details: claimed(before.details, detail, { value, source }) };
    }
    if (event.type === 'RecommendationMade') {
      const { meeting: _, region: __, ...made } = event.data;
      const open = { ...made, state: 'open', report: null, review: null } as const;
      return { ...before, recommendations: [...before.recommendations, open] };
    }
    if (event.type === 'FollowUpReported') {
      const { reportedOn, evidence, note, reportedBy, late } = event.data;
      const report = { reportedOn, evidence, note, reportedBy, late };
      return changed(before, event.data, { state: 'reported', report, review: null });
    }
    if (event.type === 'FollowUpVerified') {
      const review = { by: event.data.verifiedBy, note: event.data.note };
      return changed(before, event.data, { state: 'verified', review });
    }
    if (event.type === 'FollowUpReturned') {
      const review = { by: event.data.returnedBy, note: event.data.reason };
      return changed(before, event.data, { state: 'returned', review });
    }
    return before;
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, date: 1, _id: 1 },
    { date: 1, _id: 1 },
  ],
};

const recorded = (data: MeetingRecorded['data'], recordedAt: string): SupervisionDocument => ({
  ...data,
  details: [],
  recommendations: [],
  changedAt: recordedAt,
});

function claimed(
  details: readonly ClaimedDetail[],
  detail: string,
  claim: ClaimedDetail['claims'][number],
): readonly ClaimedDetail[] {
  const before = details.find((one) => one.detail === detail);
  const claims = [...(before?.claims ?? []), claim];
  const disputed = new Set(claims.map(({ value }) => value)).size > 1;
  const after = { detail, claims, disputed };
  return before ? details.map((one) => (one === before ? after : one)) : [...details, after];
}

/** Throws when the meeting made no such recommendation. */
function changed(
  document: SupervisionDocument,
  { recommendation }: RecommendationKey,
  change: Partial<ShownRecommendation>,
): SupervisionDocument {
  if (!document.recommendations.some((one) => one.recommendation === recommendation)) {
    throw new Error(`Meeting ${document.meeting} made no recommendation ${recommendation}`);
  }
  const recommendations = document.recommendations.map((one) =>
    one.recommendation === recommendation ? { ...one, ...change } : one,
  );
  return { ...document, recommendations };
}
