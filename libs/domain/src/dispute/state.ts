import { CorruptStreamError } from '../corrupt-stream';
import type { ClaimRecorded, DisputeEvent } from './events';

export interface DisputeState {
  /** Claim n stands at place n - 1. */
  readonly claims: readonly ClaimRecorded['data'][];
}

export const initialState = (): DisputeState => ({ claims: [] });

export function evolve({ claims }: DisputeState, { type, data }: DisputeEvent): DisputeState {
  if (data.claim !== claims.length + 1) {
    throw new CorruptStreamError(type, `${claims.length} claims`);
  }
  return { claims: [...claims, data] };
}
