import type { CommandContext } from '../command-context';
import type { CalendarDate } from '../values';
import type { PolicyKind, PolicyOfKind } from './contents';
import type { PolicyDescription } from './events';

/** Proposes the next version; replaces an earlier draft that nobody has approved yet. */
export type DraftPolicy = CommandContext &
  PolicyOfKind &
  PolicyDescription & {
    readonly type: 'DraftPolicy';
    /** Of kind, description and content: see `PolicyDrafted`. */
    readonly contentSha256: string;
  };

/** Puts the draft into force that the approver, who is the actor, has read. */
export type ApprovePolicy = CommandContext & {
  readonly type: 'ApprovePolicy';
  readonly kind: PolicyKind;
  /** Of the draft that was read. */
  readonly contentSha256: string;
};

/** Ends the latest version without a successor. */
export type RetirePolicy = CommandContext & {
  readonly type: 'RetirePolicy';
  readonly kind: PolicyKind;
  readonly lastDay: CalendarDate;
  readonly reason: string;
};

export type PolicyCommand = DraftPolicy | ApprovePolicy | RetirePolicy;
