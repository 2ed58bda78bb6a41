import { CorruptStreamError } from '../../corrupt-stream';
import type { PactBreachConcluded, PactBreachEvent, PactBreachReported } from './events';

export type PactBreachState =
  | { readonly status: 'unreported' }
  | { readonly status: 'reported'; readonly report: PactBreachReported['data'] }
  | {
      readonly status: 'concluded';
      readonly report: PactBreachReported['data'];
      readonly conclusion: PactBreachConcluded['data'];
    };

export const initialState = (): PactBreachState => ({ status: 'unreported' });

export function evolve(state: PactBreachState, event: PactBreachEvent): PactBreachState {
  if (state.status === 'unreported' && event.type === 'PactBreachReported') {
    return { status: 'reported', report: event.data };
  }
  if (state.status === 'reported' && event.type === 'PactBreachConcluded') {
    return { status: 'concluded', report: state.report, conclusion: event.data };
  }
  throw new CorruptStreamError(event.type, state.status);
}
