import type { JejakEvent } from '@jejak/domain';
import { evidence, type EvidenceEvent, type EvidenceState } from '@jejak/domain/evidence';
import type { EvidenceKey } from '@jejak/domain/evidence/events';

import { provinceOf } from '../province';
import { scorecardId } from '../scorecards/scorecards';
import type { FoldedView } from '../view';

/** What became of the evidence of one sub-indicator, as its decider sees it. */
export interface SubIndicatorEvidence extends EvidenceKey {
  /** Identifier of the scorecard's document. */
  readonly scorecard: string;
  readonly province: string;
  readonly state: EvidenceState;
}

const types = [
  'EvidenceSubmitted',
  'EvidenceVerified',
  'EvidenceReturned',
  'EvidenceCounted',
] as const satisfies readonly EvidenceEvent['type'][];

const isEvidence = (event: JejakEvent): event is EvidenceEvent =>
  types.some((type) => type === event.type);

/**
 * One small document for each sub-indicator with uploads, beside that of the scorecard: 660 uploads
 * in one document would be written anew with each of them.
 */
export const subIndicatorEvidence: FoldedView<SubIndicatorEvidence> = {
  name: 'sub-indicator-evidence',
  version: 1,
  eventTypes: types,
  documentsOf: ({ event }) =>
    isEvidence(event) ? [`${scorecardId(event.data)}/${event.data.subIndicator}`] : [],
  apply(document, { event }) {
    if (!isEvidence(event)) return document;
    const { region, instrument, year, subIndicator } = event.data;
    return {
      region,
      instrument,
      year,
      subIndicator,
      scorecard: scorecardId(event.data),
      province: provinceOf(region),
      state: evidence.evolve(document?.state ?? evidence.initialState(), event),
    };
  },
  indexes: [
    { scorecard: 1, _id: 1 },
    { province: 1, instrument: 1, year: 1, _id: 1 },
  ],
};
