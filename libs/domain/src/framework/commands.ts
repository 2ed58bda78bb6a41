import type { CommandContext } from '../command-context';
import type { FrameworkContent, FrameworkKey } from './events';

/** Proposes the next version; replaces an earlier draft that nobody has published yet. */
export type DraftFramework = CommandContext &
  FrameworkKey & {
    readonly type: 'DraftFramework';
    readonly content: FrameworkContent;
    /** Of instrument, year and content: see `FrameworkDrafted`. */
    readonly contentSha256: string;
  };

/** Puts the draft into force that the approver, who is the actor, has read. */
export type PublishFramework = CommandContext &
  FrameworkKey & {
    readonly type: 'PublishFramework';
    /** Number and digest of the draft that was read. */
    readonly version: number;
    readonly contentSha256: string;
  };

export type FrameworkCommand = DraftFramework | PublishFramework;
