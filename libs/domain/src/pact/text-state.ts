import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { PactTextEvent, PactTextPublished, PactTextRetired } from './events';

export type PactTextState =
  | { readonly status: 'unpublished' }
  | { readonly status: 'published'; readonly text: PactTextPublished['data'] }
  | {
      readonly status: 'retired';
      readonly text: PactTextPublished['data'];
      readonly retirement: Omit<PactTextRetired['data'], 'version'>;
    };

export const initialState = (): PactTextState => ({ status: 'unpublished' });

export function evolve(state: PactTextState, event: PactTextEvent): PactTextState {
  if (event.type === 'PactTextPublished' && state.status === 'unpublished') {
    return { status: 'published', text: event.data };
  }
  if (event.type === 'PactTextRetired' && state.status === 'published') {
    const { lastDay, reason } = event.data;
    return { status: 'retired', text: state.text, retirement: { lastDay, reason } };
  }
  throw new CorruptStreamError(event.type, state.status);
}

/** The wording, or null: the form in which a draft receives it. */
export const publishedText = (state: PactTextState): PactTextPublished['data'] | null =>
  state.status === 'unpublished' ? null : state.text;

/** Last day on which the wording may be signed; null while it is not retired. */
export const lastDayOfText = (state: PactTextState): CalendarDate | null =>
  state.status === 'retired' ? state.retirement.lastDay : null;
