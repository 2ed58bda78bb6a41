import { CorruptStreamError } from '../corrupt-stream';
import type { ParkedEventSkipped, ParkedKind, ProjectionEvent } from './events';

/** What was left out of what: the identity of one decision. */
export interface Skip {
  readonly kind: ParkedKind;
  readonly key: string;
  readonly eventId: string;
}

export interface ProjectionState {
  /** Null before the first decision. */
  readonly view: string | null;
  /** Each decision once, in the order they were taken. */
  readonly skipped: readonly Skip[];
}

export const initialState = (): ProjectionState => ({ view: null, skipped: [] });

export const skipOf = ({
  kind,
  key,
  event,
}: Pick<ParkedEventSkipped['data'], 'kind' | 'key' | 'event'>): Skip => ({
  kind,
  key,
  eventId: event.id,
});

/** Whether it was decided to leave this event out of this document, row or stream. */
export const isSkipped = ({ skipped }: ProjectionState, skip: Skip): boolean =>
  skipped.some(
    ({ kind, key, eventId }) => kind === skip.kind && key === skip.key && eventId === skip.eventId,
  );

/** A decision read twice is one decision. */
export function evolve(state: ProjectionState, { type, data }: ProjectionEvent): ProjectionState {
  if (state.view !== null && state.view !== data.view) {
    throw new CorruptStreamError(type, `decisions about ${state.view}`);
  }
  const skip = skipOf(data);
  if (isSkipped(state, skip)) return state;
  return { view: data.view, skipped: [...state.skipped, skip] };
}
