import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { MeetingKey, SupervisionEvent } from './events';

export interface Recommendation {
  readonly recommendation: string;
  readonly madeOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly status: 'open' | 'reported' | 'verified' | 'returned';
  /** Who reported last; stays named whatever became of the report. */
  readonly reportedBy: string | null;
}

export interface RecordedMeeting extends MeetingKey {
  readonly status: 'recorded';
  readonly date: CalendarDate;
  readonly claims: readonly {
    readonly detail: string;
    readonly value: string;
    readonly source: string;
  }[];
  readonly recommendations: readonly Recommendation[];
}

export type SupervisionState = { readonly status: 'unrecorded' } | RecordedMeeting;

export const initialState = (): SupervisionState => ({ status: 'unrecorded' });

function changed(
  state: RecordedMeeting,
  type: string,
  id: string,
  change: Partial<Recommendation>,
): RecordedMeeting {
  if (!state.recommendations.some(({ recommendation }) => recommendation === id)) {
    throw new CorruptStreamError(type, `without recommendation ${id}`);
  }
  const recommendations = state.recommendations.map((one) =>
    one.recommendation === id ? { ...one, ...change } : one,
  );
  return { ...state, recommendations };
}

export function evolve(state: SupervisionState, event: SupervisionEvent): SupervisionState {
  if (state.status === 'unrecorded') {
    if (event.type !== 'MeetingRecorded') throw new CorruptStreamError(event.type, state.status);
    const { meeting, region, date } = event.data;
    return { meeting, region, date, status: 'recorded', claims: [], recommendations: [] };
  }
  switch (event.type) {
    case 'MeetingRecorded':
      throw new CorruptStreamError(event.type, state.status);
    case 'MeetingDetailClaimed': {
      const { detail, value, source } = event.data;
      return { ...state, claims: [...state.claims, { detail, value, source: source.id }] };
    }
    case 'RecommendationMade': {
      const { recommendation, madeOn, dueOn } = event.data;
      const made = { recommendation, madeOn, dueOn, status: 'open', reportedBy: null } as const;
      return { ...state, recommendations: [...state.recommendations, made] };
    }
    case 'FollowUpReported': {
      const { recommendation, reportedBy } = event.data;
      return changed(state, event.type, recommendation, { status: 'reported', reportedBy });
    }
    case 'FollowUpVerified':
      return changed(state, event.type, event.data.recommendation, { status: 'verified' });
    case 'FollowUpReturned':
      return changed(state, event.type, event.data.recommendation, { status: 'returned' });
  }
}
