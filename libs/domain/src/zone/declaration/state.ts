import { CorruptStreamError } from '../../corrupt-stream';
import type { CalendarDate } from '../../values';
import type { DeclarationEvent, PactCoverage } from './events';

export type DeclarationState =
  | { readonly status: 'undeclared' }
  | {
      readonly status: 'declared';
      readonly region: string;
      readonly declaredOn: CalendarDate;
      readonly coverage: PactCoverage;
      readonly coverageAsOf: CalendarDate;
    };

export const initialState = (): DeclarationState => ({ status: 'undeclared' });

export function evolve(state: DeclarationState, event: DeclarationEvent): DeclarationState {
  if (event.type === 'ZoneDeclared' && state.status === 'undeclared') {
    const { region, declaredOn, coverage } = event.data;
    return { status: 'declared', region, declaredOn, coverage, coverageAsOf: declaredOn };
  }
  if (event.type === 'PactCoverageRecorded' && state.status === 'declared') {
    return { ...state, coverage: event.data.coverage, coverageAsOf: event.data.asOf };
  }
  throw new CorruptStreamError(event.type, state.status);
}

/** The day an agency declared its zone; null while it has not. */
export const declaredOn = (state: DeclarationState): CalendarDate | null =>
  state.status === 'declared' ? state.declaredOn : null;
