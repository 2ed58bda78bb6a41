import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { InformationEvent, InformationRequested } from './events';

/** A request and what came of it; each step is null until it was taken. */
export interface OpenedRequest extends Pick<
  InformationRequested['data'],
  'request' | 'region' | 'asked' | 'receivedOn' | 'terms' | 'countedBy'
> {
  readonly status: 'opened';
  /** Last day for the answer, after an extension the later one. */
  readonly dueOn: CalendarDate;
  readonly extendedOn: CalendarDate | null;
  readonly answer: { readonly on: CalendarDate; readonly by: string } | null;
  readonly objection: { readonly on: CalendarDate; readonly decideBy: CalendarDate } | null;
  readonly decidedOn: CalendarDate | null;
  readonly disputedOn: CalendarDate | null;
  /** Day of the latest step: none follows that is dated before it. */
  readonly lastDay: CalendarDate;
}

export type InformationState = { readonly status: 'unopened' } | OpenedRequest;

export const initialState = (): InformationState => ({ status: 'unopened' });

export function evolve(state: InformationState, event: InformationEvent): InformationState {
  if (event.type === 'InformationRequested') {
    const { request, region, asked, receivedOn, terms, countedBy, dueOn } = event.data;
    return {
      status: 'opened',
      ...{ request, region, asked, receivedOn, terms, countedBy, dueOn },
      extendedOn: null,
      answer: null,
      objection: null,
      decidedOn: null,
      disputedOn: null,
      lastDay: receivedOn,
    };
  }
  if (state.status === 'unopened') throw new CorruptStreamError(event.type, 'without a request');
  switch (event.type) {
    case 'InformationDeadlineExtended': {
      const { extendedOn, dueOn } = event.data;
      return { ...state, extendedOn, dueOn, lastDay: extendedOn };
    }
    case 'InformationAnswered': {
      const { answeredOn: on, answeredBy: by } = event.data;
      return { ...state, answer: { on, by }, lastDay: on };
    }
    case 'InformationObjected': {
      const { objectedOn: on, decideBy } = event.data;
      return { ...state, objection: { on, decideBy }, lastDay: on };
    }
    case 'InformationObjectionDecided':
      return { ...state, decidedOn: event.data.decidedOn, lastDay: event.data.decidedOn };
    case 'InformationDisputeNoted':
      return { ...state, disputedOn: event.data.filedOn, lastDay: event.data.filedOn };
  }
}
