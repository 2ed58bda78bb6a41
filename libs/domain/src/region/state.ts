import { CorruptStreamError } from '../corrupt-stream';
import type { RegionEvent, RegionRegistered } from './events';

export type RegionState =
  | { readonly status: 'unregistered' }
  | { readonly status: 'registered'; readonly region: RegionRegistered['data'] };

export const initialState = (): RegionState => ({ status: 'unregistered' });

export function evolve(state: RegionState, event: RegionEvent): RegionState {
  if (state.status !== 'unregistered') throw new CorruptStreamError(event.type, state.status);
  return { status: 'registered', region: event.data };
}

/** What was registered, or null: the form in which other commands receive a region. */
export const registeredRegion = (state: RegionState): RegionRegistered['data'] | null =>
  state.status === 'registered' ? state.region : null;

export const isRegistered = (state: RegionState): boolean => state.status === 'registered';
