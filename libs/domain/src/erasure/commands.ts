import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy/state';
import type { CalendarDate } from '../values';
import type { ErasureChannel } from './events';

type OfErasure = CommandContext & { readonly subject: string };

export type RequestErasure = OfErasure & {
  readonly type: 'RequestErasure';
  /** Region whose office received it. */
  readonly region: string;
  /** Regions whose offices sealed something under the subject; none where nobody did. */
  readonly heldBy: readonly string[];
  readonly channel: ErasureChannel;
  readonly receivedOn: CalendarDate;
  /** In force on the day of receipt; null where none are. */
  readonly rules: PolicyInForce<'erasure-rules'> | null;
};

export type DecideErasure = OfErasure & {
  readonly type: 'DecideErasure';
  readonly decidedOn: CalendarDate;
  readonly outcome: 'granted' | 'refused';
  /** Letter of the exemption that a refusal rests on; null for a grant. */
  readonly exemption: string | null;
  /** Law that a refusal carries out; null for a grant. */
  readonly law: string | null;
  /** In force on the day of the decision; null where none are. */
  readonly rules: PolicyInForce<'erasure-rules'> | null;
};

/** Said after the vault has destroyed the key. */
export type ShredSubjectKey = OfErasure & { readonly type: 'ShredSubjectKey' };

export type ErasureCommand = RequestErasure | DecideErasure | ShredSubjectKey;
