import type { CommandContext } from '../command-context';
import type { FrameworkContent, FrameworkKey } from './events';

/** Proposes the next version; replaces an earlier draft that nobody has published yet. */
export type DraftFramework = CommandContext &
  FrameworkKey & { readonly type: 'DraftFramework'; readonly content: FrameworkContent };

/** Puts the draft into force; the actor is the approver. */
export type PublishFramework = CommandContext &
  FrameworkKey & { readonly type: 'PublishFramework' };

export type FrameworkCommand = DraftFramework | PublishFramework;
