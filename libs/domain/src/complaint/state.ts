import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { ComplaintClass, ComplaintEvent, ComplaintKey } from './events';

export interface SealedAnswer {
  readonly answeredOn: CalendarDate;
  readonly sealed: string;
}

export interface OpenedComplaint {
  readonly status: 'filed' | 'acknowledged' | 'assigned' | 'answered' | 'closed';
  readonly key: ComplaintKey;
  readonly class: ComplaintClass;
  readonly forwardBy: CalendarDate | null;
  readonly answerBy: CalendarDate | null;
  readonly replyBy: CalendarDate | null;
  /** The officer who answers it, and alone reads it; null while none is named. */
  readonly handler: string | null;
  readonly sealedText: string;
  /** Oldest first. */
  readonly sealedAnswers: readonly SealedAnswer[];
  /** Day of the last fact. */
  readonly lastOn: CalendarDate;
}

export type ComplaintState = { readonly status: 'none' } | OpenedComplaint;

export const initialState = (): ComplaintState => ({ status: 'none' });

export const isFiled = (state: ComplaintState): state is OpenedComplaint => state.status !== 'none';

export function evolve(state: ComplaintState, event: ComplaintEvent): ComplaintState {
  if (event.type === 'ComplaintFiled') {
    if (isFiled(state)) throw new CorruptStreamError(event.type, state.status);
    const { complaint, region, forwardBy, answerBy, sealedText, filedOn: lastOn } = event.data;
    const known = { key: { complaint, region }, class: event.data.class, sealedText };
    const ahead = { forwardBy, answerBy, replyBy: null };
    return { status: 'filed', ...known, ...ahead, handler: null, sealedAnswers: [], lastOn };
  }
  if (!isFiled(state)) throw new CorruptStreamError(event.type, state.status);
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return { ...state, status: 'acknowledged', lastOn: event.data.acknowledgedOn };
    case 'ComplaintAssigned': {
      const { handler, assignedOn: lastOn } = event.data;
      return { ...state, status: 'assigned', handler, lastOn };
    }
    case 'ComplaintAnswered': {
      const { replyBy, answeredOn, sealedAnswer: sealed } = event.data;
      const sealedAnswers = [...state.sealedAnswers, { answeredOn, sealed }];
      return { ...state, status: 'answered', replyBy, sealedAnswers, lastOn: answeredOn };
    }
    case 'ComplaintClosed':
      return { ...state, status: 'closed', lastOn: event.data.closedOn };
    case 'ComplaintReopened': {
      const { answerBy, reopenedOn: lastOn } = event.data;
      return { ...state, status: 'assigned', answerBy, replyBy: null, lastOn };
    }
    case 'ComplaintEscalated':
      return { ...state, lastOn: event.data.escalatedOn };
    case 'ComplaintRead':
      return state;
  }
}
