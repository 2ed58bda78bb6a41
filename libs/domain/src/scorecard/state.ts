import type { DecimalText } from '../values';
import type {
  CycleClosed,
  PublishedScoreRecorded,
  ScorecardFinalised,
  ScorecardKey,
  ScorecardOpened,
} from './events';

export interface IndicatorPoints {
  readonly indicator: string;
  readonly points: DecimalText;
  readonly maximumPoints: DecimalText;
}

/** What is known of one applicable area. */
export interface AreaAssessment {
  readonly area: string;
  /** The area's own score while it is the latest fact about the area, else null. */
  readonly recorded: DecimalText | null;
  /** The latest points of each indicator scored so far. */
  readonly indicators: readonly IndicatorPoints[];
}

interface Amendable {
  /** The value an amendment put in place of the one that was recorded. */
  readonly amendedTo: DecimalText | null;
}

export type Publication = Omit<PublishedScoreRecorded['data'], keyof ScorecardKey> & Amendable;

export type Finalisation = Omit<ScorecardFinalised['data'], keyof ScorecardKey> & Amendable;

/** Which unit was named for an indicator or a sub-indicator. */
export interface Assignment {
  readonly area: string;
  readonly indicator: string;
  /** Null for the whole indicator. */
  readonly subIndicator: string | null;
  readonly unit: string;
}

interface Opened {
  readonly opened: ScorecardOpened['data'];
  /** One for each applicable area, in the framework's order. */
  readonly assessments: readonly AreaAssessment[];
  /** Number n stands at place n - 1. */
  readonly publications: readonly Publication[];
  /** One for each indicator and sub-indicator that a unit was named for; see `leadOf`. */
  readonly assignments: readonly Assignment[];
  /** What a command decided about the end of the uploads; null while the framework's word holds. */
  readonly closed: CycleClosed['data'] | null;
}

export interface ScorecardInProgress extends Opened {
  readonly status: 'open';
}

export interface FinalisedScorecard extends Opened {
  readonly status: 'finalised';
  readonly finalised: Finalisation;
}

export type OpenedScorecard = ScorecardInProgress | FinalisedScorecard;

export type ScorecardState = { readonly status: 'unopened' } | OpenedScorecard;

export const initialState = (): ScorecardState => ({ status: 'unopened' });

export const isOpened = (state: ScorecardState): state is OpenedScorecard =>
  state.status !== 'unopened';

export const isFinalised = (state: ScorecardState): state is FinalisedScorecard =>
  state.status === 'finalised';
