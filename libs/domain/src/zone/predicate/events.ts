import type { DomainEvent } from '../../decider';
import type { CalendarDate, DecimalText, Source } from '../../values';
import type { CycleKey } from '../key';
import type { Predicate } from '../policy/predicate-name';
import type { Check } from '../sheet/checks';

/** A decision as it can be found again. */
export interface Decision {
  readonly number: string;
  readonly date: CalendarDate;
}

/**
 * Penetapan by the Minister. Until PermenPAN-RB 10/2019 the head of the agency granted WBK on the
 * Minister's recommendation; that 90/2021 moved both to the Minister is not confirmed by a source.
 */
export type PredicateGranted = DomainEvent<
  'PredicateGranted',
  CycleKey & {
    readonly unitName: string;
    readonly predicate: Predicate;
    readonly decision: Decision;
    /** Year of the cycle of the predicate whose place it takes; null where none was held. */
    readonly replaces: number | null;
    /** Last day, as the decision states it; null where it states none. */
    readonly validUntil: CalendarDate | null;
    readonly grantedBy: string;
  }
>;

/** A grant of which only a publication tells. */
export type PublishedPredicateRecorded = DomainEvent<
  'PublishedPredicateRecorded',
  CycleKey & {
    readonly unitName: string;
    readonly predicate: Predicate;
    readonly grantedOn: CalendarDate;
    readonly decisionNumber: string | null;
    readonly validUntil: CalendarDate | null;
    /** Year of the cycle of the predicate whose place it takes; null where none was held. */
    readonly replaces: number | null;
    readonly source: Source;
  }
>;

export type MonitoringTeam = 'TPI' | 'TPN';

/** What the total of a re-evaluation was held against. */
export interface MonitoredTotal {
  /** Of `zone-sheet`, in force on the day. */
  readonly sheetVersion: number;
  readonly check: Check;
}

/**
 * Evaluasi berkala: yearly, by the national or the internal team. The year is that of the grant's
 * cycle. A predicate is revoked when the re-evaluation is "under the minimum"
 * (dosen.profillengkap.com, an encyclopedia mirror); no source gives figures of its own for that. A
 * total is held against the threshold of the total in the list of the predicate, which is Jejak's own
 * reading, and below it the minimum is not met. Reaching it is not enough, as little as for the
 * grant: beyond the total the team judges, and the event says who recorded that and on what report.
 */
export type PredicateMonitored = DomainEvent<
  'PredicateMonitored',
  CycleKey & {
    readonly predicate: Predicate;
    readonly monitoredOn: CalendarDate;
    readonly team: MonitoringTeam;
    readonly meetsMinimum: boolean;
    /** Total of the re-evaluation; null where none was computed. */
    readonly total: DecimalText | null;
    /** Null where no total was computed, and in what was recorded before totals were held against one. */
    readonly totalAgainst: MonitoredTotal | null;
    readonly findings: string;
    /** Number or address of the team's report; null only in what was recorded before it was asked. */
    readonly report: string | null;
    /** Who recorded the judgement. */
    readonly monitoredBy: string;
  }
>;

/**
 * By when the predicate is evaluated again, by the policy of the day of the grant, of the
 * re-evaluation or of the retention that the term follows.
 */
export type MonitoringTermSet = DomainEvent<
  'MonitoringTermSet',
  CycleKey & {
    readonly predicate: Predicate;
    /** Day from which the term runs: of the grant, the re-evaluation or the retention. */
    readonly setOn: CalendarDate;
    /** The calendar year in which it is to be evaluated. */
    readonly forYear: number;
    /** Null where its validity now ends before that day, which an earlier decision had set. */
    readonly dueOn: CalendarDate | null;
    /** Of `zone-monitoring`. */
    readonly policyVersion: number;
  }
>;

export type PredicateRetained = DomainEvent<
  'PredicateRetained',
  CycleKey & {
    readonly predicate: Predicate;
    readonly decision: Decision;
    readonly validUntil: CalendarDate | null;
  }
>;

/** An event broke the indicators, or the re-evaluation is under the minimum. */
export type RevocationGround = 'indicators-broken' | 'under-minimum';

/** Pencabutan by the Minister. */
export type PredicateRevoked = DomainEvent<
  'PredicateRevoked',
  CycleKey & {
    readonly predicate: Predicate;
    readonly ground: RevocationGround;
    readonly reason: string;
    readonly decision: Decision;
  }
>;

export type PredicateEvent =
  | PredicateGranted
  | PublishedPredicateRecorded
  | PredicateMonitored
  | MonitoringTermSet
  | PredicateRetained
  | PredicateRevoked;
