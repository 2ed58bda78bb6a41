import { CorruptStreamError } from '../corrupt-stream';
import type { PactTextEvent, PactTextPublished } from './events';

export type PactTextState =
  | { readonly status: 'unpublished' }
  | { readonly status: 'published'; readonly text: PactTextPublished['data'] };

export const initialState = (): PactTextState => ({ status: 'unpublished' });

export function evolve(state: PactTextState, event: PactTextEvent): PactTextState {
  if (state.status !== 'unpublished') throw new CorruptStreamError(event.type, state.status);
  return { status: 'published', text: event.data };
}

/** The wording, or null: the form in which a draft receives it. */
export const publishedText = (state: PactTextState): PactTextPublished['data'] | null =>
  state.status === 'published' ? state.text : null;
