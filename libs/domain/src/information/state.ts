import { type CountedTerm, type LastDay, lastDayFrom, stillOpen } from '../calendar';
import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { InformationEvent, InformationRequested, InformationTermsSettled } from './events';

/** A request and what came of it; each step is null until it was taken. */
export interface OpenedRequest extends Pick<
  InformationRequested['data'],
  'request' | 'region' | 'asked' | 'receivedOn' | 'terms' | 'countedBy'
> {
  readonly status: 'opened';
  /** Last day for the answer, after an extension the later one. */
  readonly answerBy: LastDay;
  /** Terms whose last day no calendar reached yet. */
  readonly openTerms: readonly CountedTerm[];
  readonly extendedOn: CalendarDate | null;
  readonly answer: { readonly on: CalendarDate; readonly by: string } | null;
  readonly objection: ({ readonly on: CalendarDate } & LastDay) | null;
  readonly decidedOn: CalendarDate | null;
  readonly disputedOn: CalendarDate | null;
  /** Day of the latest step: none follows that is dated before it. */
  readonly lastDay: CalendarDate;
}

export type InformationState = { readonly status: 'unopened' } | OpenedRequest;

export const initialState = (): InformationState => ({ status: 'unopened' });

export function evolve(state: InformationState, event: InformationEvent): InformationState {
  if (event.type === 'InformationRequested') {
    const { request, region, asked, receivedOn, terms, countedBy, dueOn, counted } = event.data;
    return {
      status: 'opened',
      ...{ request, region, asked, receivedOn, terms, countedBy },
      answerBy: lastDayFrom(dueOn, counted, 'answer'),
      openTerms: stillOpen([], counted),
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
      const { extendedOn, dueOn, counted } = event.data;
      const answerBy = lastDayFrom(dueOn, counted, 'answer');
      const openTerms = stillOpen(state.openTerms, counted);
      return { ...state, extendedOn, answerBy, openTerms, lastDay: extendedOn };
    }
    case 'InformationAnswered': {
      const { answeredOn: on, answeredBy: by } = event.data;
      return { ...state, answer: { on, by }, lastDay: on };
    }
    case 'InformationObjected': {
      const { objectedOn: on, decideBy, counted } = event.data;
      const objection = { on, ...lastDayFrom(decideBy, counted, 'decision') };
      return { ...state, objection, openTerms: stillOpen(state.openTerms, counted), lastDay: on };
    }
    case 'InformationObjectionDecided':
      return { ...state, decidedOn: event.data.decidedOn, lastDay: event.data.decidedOn };
    case 'InformationDisputeNoted':
      return { ...state, disputedOn: event.data.filedOn, lastDay: event.data.filedOn };
    case 'InformationTermsSettled':
      return settled(state, event.data);
  }
}

function settled(
  state: OpenedRequest,
  { settled: terms }: InformationTermsSettled['data'],
): OpenedRequest {
  const known = (term: string): LastDay | null => terms.find((one) => one.term === term) ?? null;
  const answer = known('answer');
  const decision = known('decision');
  return {
    ...state,
    answerBy: answer ? lastDayFrom(answer.dueOn, [], 'answer') : state.answerBy,
    objection:
      state.objection && decision
        ? { on: state.objection.on, ...lastDayFrom(decision.dueOn, [], 'decision') }
        : state.objection,
    openTerms: stillOpen(state.openTerms, terms),
  };
}
