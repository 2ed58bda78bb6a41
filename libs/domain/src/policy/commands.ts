import type { CommandContext } from '../command-context';
import type { CalendarDate } from '../values';
import type { PolicyKind, PolicyOfKind } from './contents';
import type { PolicyDescription } from './events';

/** Proposes the next version; replaces an earlier draft that nobody has approved yet. */
export type DraftPolicy = CommandContext &
  PolicyOfKind &
  PolicyDescription & { readonly type: 'DraftPolicy' };

/** Puts the draft into force; the actor is the approver. */
export type ApprovePolicy = CommandContext & {
  readonly type: 'ApprovePolicy';
  readonly kind: PolicyKind;
};

/** Ends the latest version without a successor. */
export type RetirePolicy = CommandContext & {
  readonly type: 'RetirePolicy';
  readonly kind: PolicyKind;
  readonly lastDay: CalendarDate;
  readonly reason: string;
};

export type PolicyCommand = DraftPolicy | ApprovePolicy | RetirePolicy;
