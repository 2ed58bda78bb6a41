import type { Instant, Source } from '@jejak/domain';
import type {
  FollowUpReported,
  MeetingKey,
  MeetingRecorded,
  RecommendationKey,
  RecommendationMade,
} from '@jejak/domain/supervision/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Report = Omit<FollowUpReported['data'], keyof MeetingKey | keyof RecommendationKey>;

/** What somebody outside the region made of a report, and when that was recorded. */
interface Review {
  readonly by: string;
  readonly note: string | null;
  readonly verdict: 'verified' | 'returned';
  readonly at: Instant;
}

/** One report of what was done, and what came of it. */
export interface FollowUp {
  readonly report: Report;
  /** Null while nobody has judged it. */
  readonly review: Review | null;
}

export interface ShownRecommendation extends Omit<RecommendationMade['data'], keyof MeetingKey> {
  readonly state: 'open' | 'reported' | 'verified' | 'returned';
  /** The last one. */
  readonly report: Report | null;
  /** What came of the last report; null while nobody has judged it. */
  readonly review: Review | null;
  /** Every report, in the order of recording. */
  readonly followUps: readonly FollowUp[];
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
  readonly province: string;
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
  version: 4,
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
      const open = standing({ ...made, followUps: [] });
      return { ...before, recommendations: [...before.recommendations, open] };
    }
    if (event.type === 'FollowUpReported') {
      const { reportedOn, evidence, note, reportedBy, late } = event.data;
      const report = { reportedOn, evidence, note, reportedBy, late };
      return followed(before, event.data, (all) => [...all, { report, review: null }]);
    }
    if (event.type === 'FollowUpVerified') {
      const { verifiedBy: by, note } = event.data;
      const review = { by, note, verdict: 'verified', at: recordedAt } as const;
      return followed(before, event.data, (all) => reviewed(all, review));
    }
    if (event.type === 'FollowUpReturned') {
      const { returnedBy: by, reason: note } = event.data;
      const review = { by, note, verdict: 'returned', at: recordedAt } as const;
      return followed(before, event.data, (all) => reviewed(all, review));
    }
    return before;
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, date: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, date: 1, _id: 1 },
    { date: 1, _id: 1 },
  ],
};

const recorded = (data: MeetingRecorded['data'], recordedAt: string): SupervisionDocument => ({
  ...data,
  province: provinceOf(data.region),
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

/** A recommendation as its reports make it stand. */
export function standing(
  one: Omit<ShownRecommendation, 'state' | 'report' | 'review'>,
): ShownRecommendation {
  const { report = null, review = null } = one.followUps.at(-1) ?? {};
  return { ...one, state: review?.verdict ?? (report ? 'reported' : 'open'), report, review };
}

const reviewed = (followUps: readonly FollowUp[], review: Review): readonly FollowUp[] =>
  followUps.map((one, place) => (place === followUps.length - 1 ? { ...one, review } : one));

/** Throws when the meeting made no such recommendation. */
function followed(
  document: SupervisionDocument,
  { recommendation }: RecommendationKey,
  after: (followUps: readonly FollowUp[]) => readonly FollowUp[],
): SupervisionDocument {
  if (!document.recommendations.some((one) => one.recommendation === recommendation)) {
    throw new Error(`Meeting ${document.meeting} made no recommendation ${recommendation}`);
  }
  const recommendations = document.recommendations.map((one) =>
    one.recommendation === recommendation
      ? standing({ ...one, followUps: after(one.followUps) })
      : one,
  );
  return { ...document, recommendations };
}
