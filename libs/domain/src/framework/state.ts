import { CorruptStreamError } from '../corrupt-stream';
import type { FrameworkContent, FrameworkEvent } from './events';

export interface FrameworkDraft {
  readonly version: number;
  readonly content: FrameworkContent;
  readonly draftedBy: string;
}

export interface FrameworkVersion extends FrameworkDraft {
  readonly approvedBy: string;
}

export interface FrameworkState {
  /** In force or once in force, oldest first; version n stands at place n - 1. */
  readonly published: readonly FrameworkVersion[];
  /** The version that waits for a second person, if any. */
  readonly draft: FrameworkDraft | null;
}

export const initialState = (): FrameworkState => ({ published: [], draft: null });

export function evolve(state: FrameworkState, event: FrameworkEvent): FrameworkState {
  if (event.type === 'FrameworkDrafted') {
    const { version, content, draftedBy } = event.data;
    return { ...state, draft: { version, content, draftedBy } };
  }
  if (!state.draft) throw new CorruptStreamError(event.type, 'without draft');
  const { approvedBy } = event.data;
  return { published: [...state.published, { ...state.draft, approvedBy }], draft: null };
}

/** A version as scorecards are opened with it. */
export interface PublishedFramework {
  readonly version: number;
  readonly content: FrameworkContent;
}

/** The given published version, the latest when none is given, or null where there is none. */
export function publishedFramework(
  state: FrameworkState,
  version = state.published.length,
): PublishedFramework | null {
  const found = state.published[version - 1];
  return found ? { version: found.version, content: found.content } : null;
}
