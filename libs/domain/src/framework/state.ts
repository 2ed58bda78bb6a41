import { CorruptStreamError } from '../corrupt-stream';
import type { FrameworkContent, FrameworkEvent } from './events';

export interface FrameworkDraft {
  readonly version: number;
  readonly content: FrameworkContent;
  readonly draftedBy: string;
  readonly contentSha256: string;
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
    const { version, content, draftedBy, contentSha256 } = event.data;
    return { ...state, draft: { version, content, draftedBy, contentSha256 } };
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

/** Every published version, oldest first: which one applies depends on the day and the year. */
export const publishedFrameworks = ({ published }: FrameworkState): readonly PublishedFramework[] =>
  published.map(({ version, content }) => ({ version, content }));
