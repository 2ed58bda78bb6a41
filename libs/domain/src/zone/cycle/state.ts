import type { CalendarDate } from '../../values';
import type { CycleKey } from '../key';
import type { Answer, AnswerSet } from '../sheet/answer';
import type { Check } from '../sheet/checks';
import type { PrerequisitesChecked, PublishedCycleRecorded, UnitDesignated } from './events';

/** The steps of a cycle in their order; the last two end it. */
export const cycleStages = [
  'designated',
  'building',
  'self-assessed',
  'reviewed',
  'proposed',
  'admin-checked',
  'desk-evaluated',
  'field-evaluated',
  'recommended',
  'declined',
] as const;

export type CycleStage = (typeof cycleStages)[number];

/** One of the three parallel sets of answers, and who had a part in it. */
export interface AnsweredSet {
  readonly answers: readonly Answer[];
  readonly people: readonly string[];
}

export interface OpenedCycle {
  readonly status: CycleStage;
  readonly designation: UnitDesignated['data'];
  /** Null until building started. */
  readonly buildingSince: CalendarDate | null;
  readonly sets: Readonly<Record<AnswerSet, AnsweredSet>>;
  /** The internal team's checks; null until its review is complete. */
  readonly internalChecks: readonly Check[] | null;
  /** The last check; null before the first. */
  readonly prerequisites: PrerequisitesChecked['data'] | null;
  /** Day of the last step: none is dated before the one it follows. */
  readonly lastStepOn: CalendarDate;
  readonly recommendedBy: string | null;
  readonly publications: readonly PublishedCycleRecorded['data'][];
}

/** The stages in which each set of answers is open; a later stage never reopens an earlier set. */
export const openDuring: Readonly<Record<AnswerSet, readonly CycleStage[]>> = {
  SELF: ['building'],
  TPI: ['self-assessed'],
  TPN: ['proposed', 'admin-checked', 'desk-evaluated', 'field-evaluated'],
};

/** Known from publications alone. */
export interface PublishedCycle {
  readonly status: 'published';
  readonly publications: readonly PublishedCycleRecorded['data'][];
}

export type CycleState = { readonly status: 'unopened' } | PublishedCycle | OpenedCycle;

export const initialState = (): CycleState => ({ status: 'unopened' });

export const isOpened = (state: CycleState): state is OpenedCycle =>
  state.status !== 'unopened' && state.status !== 'published';

export const publicationsOf = (state: CycleState): readonly PublishedCycleRecorded['data'][] =>
  state.status === 'unopened' ? [] : state.publications;

/** The region a cycle is about; undefined while nothing was recorded. */
export const regionOfCycle = (state: CycleState): string | undefined =>
  isOpened(state) ? state.designation.region : publicationsOf(state)[0]?.region;

export const keyOf = ({ designation: { region, unit, year } }: OpenedCycle): CycleKey => ({
  region,
  unit,
  year,
});
