import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { DeadlineEvent } from './events';

export interface DeadlineState {
  /** Null before the first passing. */
  readonly id: string | null;
  /** Each last day that passed, in the order of recording: a term that was moved can pass again. */
  readonly passed: readonly CalendarDate[];
}

export const initialState = (): DeadlineState => ({ id: null, passed: [] });

export function evolve(state: DeadlineState, { type, data }: DeadlineEvent): DeadlineState {
  if (state.id !== null && state.id !== data.id) throw new CorruptStreamError(type, state.id);
  if (state.passed.includes(data.dueOn)) {
    throw new CorruptStreamError(type, `of a deadline that passed on ${data.dueOn}`);
  }
  return { id: data.id, passed: [...state.passed, data.dueOn] };
}
