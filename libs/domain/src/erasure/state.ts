import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { ErasureEvent, ErasureKey } from './events';

/** The latest request of a subject. */
export interface AskedErasure {
  readonly status: 'requested' | 'granted' | 'refused' | 'shredded';
  readonly key: ErasureKey;
  readonly executeBy: CalendarDate;
  readonly decidedBy: string | null;
  /** Day of the latest step that has one: none follows that is dated before it. */
  readonly lastDay: CalendarDate;
}

export type ErasureState = { readonly status: 'none' } | AskedErasure;

export const initialState = (): ErasureState => ({ status: 'none' });

export const isAsked = (state: ErasureState): state is AskedErasure => state.status !== 'none';

export function evolve(state: ErasureState, event: ErasureEvent): ErasureState {
  if (event.type === 'ErasureRequested') {
    if (isAsked(state) && state.status !== 'refused') {
      throw new CorruptStreamError(event.type, state.status);
    }
    const { subject, region, request, executeBy, receivedOn: lastDay } = event.data;
    const key = { subject, region, request };
    return { status: 'requested', key, executeBy, decidedBy: null, lastDay };
  }
  const expected = event.type === 'SubjectKeyShredded' ? 'granted' : 'requested';
  if (!isAsked(state) || state.status !== expected) {
    throw new CorruptStreamError(event.type, state.status);
  }
  if (event.type === 'SubjectKeyShredded') return { ...state, status: 'shredded' };
  const { decidedBy, decidedOn: lastDay } = event.data;
  const status = event.type === 'ErasureGranted' ? 'granted' : 'refused';
  return { ...state, status, decidedBy, lastDay };
}
