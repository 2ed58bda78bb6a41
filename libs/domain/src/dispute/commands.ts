import type { CommandContext } from '../command-context';
import type { ClaimRecorded } from './events';

/**
 * Puts a claim beside the others about the same results. Nothing is judged: what the record shows
 * stands beside it for the reader.
 */
export type RecordClaim = CommandContext &
  Omit<ClaimRecorded['data'], 'claim'> & { readonly type: 'RecordClaim' };

export type DisputeCommand = RecordClaim;
