import type { DecimalText, Instant, JejakEvent } from '@jejak/domain';
import {
  type OpenedScorecard,
  scorecard,
  type ScorecardEvent,
  type ScorecardKey,
  standingScore,
} from '@jejak/domain/scorecard';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** One scorecard as its decider sees it, without the points of evidence that is not counted yet. */
export interface ScorecardDocument extends ScorecardKey {
  readonly province: string;
  readonly state: OpenedScorecard;
  /** As it stands: finalised and perhaps amended, or what recorded scores come to; null: nothing. */
  readonly computed: DecimalText | null;
  /** Whether something was published to compare the computed score with. */
  readonly compared: boolean;
  readonly changedAt: Instant;
}

export const scorecardId = ({ region, instrument, year }: ScorecardKey): string =>
  `${region}/${instrument}/${year}`;

const types = [
  'ScorecardOpened',
  'IndicatorAssigned',
  'CycleClosed',
  'IndicatorScored',
  'AreaScoresRecorded',
  'PublishedScoreRecorded',
  'ScorecardFinalised',
  'ScoreAmended',
] as const satisfies readonly ScorecardEvent['type'][];

const isOfScorecard = (event: JejakEvent): event is ScorecardEvent =>
  types.some((type) => type === event.type);

/** One document for each scorecard. Throws for a stream that begins with anything but its opening. */
export const scorecards: FoldedView<ScorecardDocument> = {
  name: 'scorecards',
  version: 3,
  eventTypes: types,
  documentsOf: ({ event }) => (isOfScorecard(event) ? [scorecardId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt: changedAt } }, id) {
    if (!isOfScorecard(event)) return document;
    const state = scorecard.evolve(document?.state ?? scorecard.initialState(), event);
    if (state.status === 'unopened') throw new Error(`The scorecard ${id} was never opened`);
    const { region, instrument, year } = state.opened;
    const computed = standingScore(state);
    return {
      region,
      instrument,
      year,
      province: provinceOf(region),
      state,
      computed,
      compared: computed !== null && state.publications.length > 0,
      changedAt,
    };
  },
  indexes: [
    { province: 1, instrument: 1, year: 1, _id: 1 },
    { compared: 1, _id: 1 },
    { region: 1, _id: 1 },
    { province: 1, _id: 1 },
    { instrument: 1, _id: 1 },
    { year: 1, _id: 1 },
  ],
};
