import type { CommandContext } from '../../command-context';
import type { PolicyInForce } from '../../policy/state';
import type { CalendarDate, DecimalText, Source } from '../../values';
import type { CycleState } from '../cycle/state';
import type { CycleKey, UnitKey } from '../key';
import type { Predicate } from '../policy/predicate-name';
import type { Decision, MonitoringTeam, RevocationGround } from './events';

interface UnderMonitoring {
  /** In force on the day of the step; null where none is: no term is set then. */
  readonly monitoring: PolicyInForce<'zone-monitoring'> | null;
}

/** The Minister's decision on the panel's recommendation. */
export type GrantPredicate = CommandContext &
  CycleKey & {
    readonly type: 'GrantPredicate';
    readonly decision: Decision;
    readonly validUntil: CalendarDate | null;
    /** The cycle the predicate is granted in. */
    readonly cycle: CycleState;
  } & UnderMonitoring;

export type RecordPublishedPredicate = CommandContext &
  CycleKey & {
    readonly type: 'RecordPublishedPredicate';
    readonly unitName: string;
    readonly predicate: Predicate;
    readonly grantedOn: CalendarDate;
    readonly decisionNumber: string | null;
    readonly validUntil: CalendarDate | null;
    readonly source: Source;
    readonly regionRegistered: boolean;
  };

export type MonitorPredicate = CommandContext &
  UnitKey & {
    readonly type: 'MonitorPredicate';
    readonly monitoredOn: CalendarDate;
    readonly team: MonitoringTeam;
    readonly meetsMinimum: boolean;
    readonly total: DecimalText | null;
    readonly findings: string;
    readonly report: string;
    /** In force on the day; null where none is. */
    readonly sheet: PolicyInForce<'zone-sheet'> | null;
  } & UnderMonitoring;

export type RetainPredicate = CommandContext &
  UnitKey & {
    readonly type: 'RetainPredicate';
    readonly decision: Decision;
    readonly validUntil: CalendarDate | null;
  } & UnderMonitoring;

export type RevokePredicate = CommandContext &
  UnitKey & {
    readonly type: 'RevokePredicate';
    readonly ground: RevocationGround;
    readonly reason: string;
    readonly decision: Decision;
  };

export type PredicateCommand =
  GrantPredicate | RecordPublishedPredicate | MonitorPredicate | RetainPredicate | RevokePredicate;
