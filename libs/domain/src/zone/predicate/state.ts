import { CorruptStreamError } from '../../corrupt-stream';
import type { CalendarDate } from '../../values';
import type { Predicate } from '../policy/predicate-name';
import type { MonitoringTermSet, PredicateEvent, PredicateMonitored } from './events';
import { type HeldSpan, isHeldOver, retainedFrom } from './held-span';

export interface HeldPredicate {
  readonly predicate: Predicate;
  /** Year of the cycle it was granted in. */
  readonly year: number;
  readonly grantedOn: CalendarDate;
  /** The days it was held on, in their order: more than one span where it lapsed in between. */
  readonly spans: readonly HeldSpan[];
  /** Since the grant or the last retention. */
  readonly monitoring: readonly Pick<PredicateMonitored['data'], 'monitoredOn' | 'meetsMinimum'>[];
  /** Day of the last re-evaluation, else of the grant. */
  readonly evaluatedOn: CalendarDate;
  /** The term of the next re-evaluation, as it was last set; null where none was. */
  readonly monitoringTerm: Pick<MonitoringTermSet['data'], 'forYear' | 'dueOn'> | null;
  /** Day of the last decision or monitoring: none is dated before it. */
  readonly lastStepOn: CalendarDate;
}

/** Every predicate of one unit; a later grant takes the place of the one held before. */
export interface PredicateHistory {
  readonly held: HeldPredicate | null;
  readonly grantedYears: readonly number[];
  readonly revocations: readonly { readonly predicate: Predicate; readonly on: CalendarDate }[];
}

export const initialState = (): PredicateHistory => ({
  held: null,
  grantedYears: [],
  revocations: [],
});

type Grant = Pick<HeldPredicate, 'predicate' | 'year' | 'grantedOn'>;

function granted(
  state: PredicateHistory,
  grant: Grant,
  validUntil: CalendarDate | null,
): PredicateHistory {
  const { grantedOn } = grant;
  const spans = [{ from: grantedOn, until: validUntil }];
  const nothingYet = { monitoring: [], evaluatedOn: grantedOn, monitoringTerm: null };
  return {
    ...state,
    held: { ...grant, spans, ...nothingYet, lastStepOn: grantedOn },
    grantedYears: [...state.grantedYears, grant.year],
  };
}

export function evolve(state: PredicateHistory, event: PredicateEvent): PredicateHistory {
  if (event.type === 'PredicateGranted') {
    const { predicate, year, decision, validUntil } = event.data;
    return granted(state, { predicate, year, grantedOn: decision.date }, validUntil);
  }
  if (event.type === 'PublishedPredicateRecorded') {
    const { predicate, year, grantedOn, validUntil } = event.data;
    return granted(state, { predicate, year, grantedOn }, validUntil);
  }
  const { held } = state;
  if (!held) throw new CorruptStreamError(event.type, 'without a predicate');
  switch (event.type) {
    case 'PredicateMonitored': {
      const { monitoredOn, meetsMinimum } = event.data;
      const monitoring = [...held.monitoring, { monitoredOn, meetsMinimum }];
      const evaluated = { monitoring, evaluatedOn: monitoredOn, lastStepOn: monitoredOn };
      return { ...state, held: { ...held, ...evaluated } };
    }
    case 'MonitoringTermSet': {
      const { forYear, dueOn } = event.data;
      return { ...state, held: { ...held, monitoringTerm: { forYear, dueOn } } };
    }
    case 'PredicateRetained': {
      const { decision, validUntil } = event.data;
      const spans = retainedFrom(held.spans, { from: decision.date, until: validUntil });
      return { ...state, held: { ...held, monitoring: [], spans, lastStepOn: decision.date } };
    }
    case 'PredicateRevoked': {
      const { predicate, decision } = event.data;
      const revocations = [...state.revocations, { predicate, on: decision.date }];
      return { ...state, held: null, revocations };
    }
  }
}

/**
 * The predicate a unit holds on a day, as far as the record goes; null for none, and for one that had
 * lapsed by then, also where it was retained later.
 */
export const heldOn = ({ held }: PredicateHistory, day: CalendarDate): HeldPredicate | null =>
  held && isHeldOver(held.spans, day) ? held : null;
