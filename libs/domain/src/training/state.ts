import { CorruptStreamError } from '../corrupt-stream';
import type { TrainingEvent, TrainingKey } from './events';

interface Group {
  readonly group: string;
  readonly count: number;
  readonly assessed: number;
}

export interface OpenedTraining extends TrainingKey {
  readonly status: 'opened';
  readonly sessions: readonly string[];
  readonly groups: readonly Group[];
  readonly persons: readonly { readonly person: string; readonly assessed: boolean }[];
  /** Sources whose announcement of an assessment is recorded. */
  readonly announcements: readonly string[];
}

export type TrainingState = { readonly status: 'unopened' } | OpenedTraining;

export const initialState = (): TrainingState => ({ status: 'unopened' });

export function evolve(state: TrainingState, event: TrainingEvent): TrainingState {
  if (state.status === 'unopened') {
    if (event.type !== 'TrainingOpened') throw new CorruptStreamError(event.type, state.status);
    const { training, region } = event.data;
    return {
      ...{ training, region, status: 'opened' },
      ...{ sessions: [], groups: [], persons: [], announcements: [] },
    };
  }
  switch (event.type) {
    case 'TrainingOpened':
      throw new CorruptStreamError(event.type, state.status);
    case 'TrainingSessionHeld':
      return { ...state, sessions: [...state.sessions, event.data.session] };
    case 'ParticipantsCounted': {
      const { group, count } = event.data;
      return { ...state, groups: [...state.groups, { group, count, assessed: 0 }] };
    }
    case 'ParticipantRegistered': {
      const registered = { person: event.data.person, assessed: false };
      return { ...state, persons: [...state.persons, registered] };
    }
    case 'AssessmentAnnounced':
      return { ...state, announcements: [...state.announcements, event.data.source.id] };
    case 'GroupAssessed': {
      const { group, assessed } = event.data;
      const groups = state.groups.map((one) =>
        one.group === group ? { ...one, assessed: one.assessed + assessed } : one,
      );
      return { ...state, groups };
    }
    case 'ParticipantAssessed': {
      const { person } = event.data;
      const persons = state.persons.map((one) =>
        one.person === person ? { person, assessed: true } : one,
      );
      return { ...state, persons };
    }
  }
}
