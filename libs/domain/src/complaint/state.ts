import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { ComplaintClass, ComplaintEvent, ComplaintKey } from './events';

export interface OpenedComplaint {
  readonly status: 'filed' | 'acknowledged' | 'assigned' | 'answered' | 'closed';
  readonly key: ComplaintKey;
  readonly class: ComplaintClass;
  readonly forwardBy: CalendarDate | null;
  readonly answerBy: CalendarDate | null;
  readonly replyBy: CalendarDate | null;
  /** Day of the last fact. */
  readonly lastOn: CalendarDate;
}

export type ComplaintState = { readonly status: 'none' } | OpenedComplaint;

export const initialState = (): ComplaintState => ({ status: 'none' });

export const isFiled = (state: ComplaintState): state is OpenedComplaint => state.status !== 'none';

export function evolve(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  if (event.type === 'ComplaintFiled') {
    if (isFiled(state)) throw new CorruptStreamError(event.type, state.status);
    const { complaint, region, forwardBy, answerBy, filedOn: lastOn } = event.data;
    const known = { key: { complaint, region }, class: event.data.class };
    return { status: 'filed', ...known, forwardBy, answerBy, replyBy: null, lastOn };
  }
  if (!isFiled(state)) throw new CorruptStreamError(event.type, state.status);
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return { ...state, status: 'acknowledged', lastOn: event.data.acknowledgedOn };
    case 'ComplaintAssigned':
      return { ...state, status: 'assigned', lastOn: event.data.assignedOn };
    case 'ComplaintAnswered': {
      const { replyBy, answeredOn: lastOn } = event.data;
      return { ...state, status: 'answered', replyBy, lastOn };
    }
    case 'ComplaintClosed':
      return { ...state, status: 'closed', lastOn: event.data.closedOn };
    case 'ComplaintReopened': {
      const { answerBy, reopenedOn: lastOn } = event.data;
      return { ...state, status: 'assigned', answerBy, replyBy: null, lastOn };
    }
    case 'ComplaintEscalated':
      return { ...state, lastOn: event.data.escalatedOn };
  }
}
