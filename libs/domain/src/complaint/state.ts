import { type CountedTerm, type LastDay, lastDayFrom, stillOpen } from '../calendar';
import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { ComplaintClass, ComplaintEvent, ComplaintKey, ComplaintTermsSettled } from './events';

export interface SealedAnswer {
  readonly answeredOn: CalendarDate;
  readonly sealed: string;
}

export interface OpenedComplaint {
  readonly status: 'filed' | 'acknowledged' | 'assigned' | 'answered' | 'closed';
  readonly key: ComplaintKey;
  readonly class: ComplaintClass;
  readonly forwardBy: LastDay;
  /** First time; the term to forward runs once. */
  readonly forwardedOn: CalendarDate | null;
  readonly answerBy: LastDay;
  /** Since it was filed or reopened last. */
  readonly answeredOn: CalendarDate | null;
  /** Null while there is no answer to reply to. */
  readonly replyBy: LastDay | null;
  /** Terms whose last day no calendar reached yet. */
  readonly openTerms: readonly CountedTerm[];
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
    const { complaint, region, counted, filedOn: lastOn } = event.data;
    return {
      status: 'filed',
      key: { complaint, region },
      class: event.data.class,
      handler: null,
      sealedText: event.data.sealedText,
      sealedAnswers: [],
      forwardBy: lastDayFrom(event.data.forwardBy, counted, 'forward'),
      answerBy: lastDayFrom(event.data.answerBy, counted, 'answer'),
      forwardedOn: null,
      answeredOn: null,
      replyBy: null,
      openTerms: stillOpen([], counted),
      lastOn,
    };
  }
  if (!isFiled(state)) throw new CorruptStreamError(event.type, state.status);
  switch (event.type) {
    case 'ComplaintAcknowledged':
      return { ...state, status: 'acknowledged', lastOn: event.data.acknowledgedOn };
    case 'ComplaintAssigned': {
      const { handler, assignedOn: lastOn } = event.data;
      const forwardedOn = state.forwardedOn ?? lastOn;
      return { ...state, status: 'assigned', handler, forwardedOn, lastOn };
    }
    case 'ComplaintAnswered': {
      const { counted, answeredOn, sealedAnswer: sealed } = event.data;
      const replyBy = lastDayFrom(event.data.replyBy, counted, 'reply');
      const openTerms = stillOpen(state.openTerms, counted);
      const sealedAnswers = [...state.sealedAnswers, { answeredOn, sealed }];
      const answered = { answeredOn, sealedAnswers, replyBy, openTerms };
      return { ...state, status: 'answered', ...answered, lastOn: answeredOn };
    }
    case 'ComplaintClosed':
      return { ...state, status: 'closed', lastOn: event.data.closedOn };
    case 'ComplaintReopened': {
      const { counted, reopenedOn: lastOn } = event.data;
      const answerBy = lastDayFrom(event.data.answerBy, counted, 'answer');
      const openTerms = stillOpen(withoutReply(state.openTerms), counted);
      return {
        ...state,
        status: 'assigned',
        answerBy,
        answeredOn: null,
        replyBy: null,
        openTerms,
        lastOn,
      };
    }
    case 'ComplaintEscalated':
      return { ...state, lastOn: event.data.escalatedOn };
    case 'ComplaintRead':
      return state;
    case 'ComplaintTermsSettled':
      return settled(state, event.data);
  }
}

/** Nobody waits for a reply to an answer that did not satisfy. */
const withoutReply = (terms: readonly CountedTerm[]): readonly CountedTerm[] =>
  terms.filter(({ term }) => term !== 'reply');

function settled(
  state: OpenedComplaint,
  { settled: terms }: ComplaintTermsSettled['data'],
): OpenedComplaint {
  const known = (term: string): LastDay | null => {
    const found = terms.find((one) => one.term === term);
    return found ? lastDayFrom(found.dueOn, [], term) : null;
  };
  return {
    ...state,
    forwardBy: known('forward') ?? state.forwardBy,
    answerBy: known('answer') ?? state.answerBy,
    replyBy: known('reply') ?? state.replyBy,
    openTerms: stillOpen(state.openTerms, terms),
  };
}
