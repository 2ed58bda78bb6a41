import type { Instant } from '@jejak/domain';

import { scorecardId } from '../scorecards/scorecards';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface ContentUse {
  readonly receipt: string;
  readonly subIndicator: string;
  readonly document: string;
  readonly late: boolean;
  readonly submittedAt: Instant;
}

/** The uses of one file, by its digest, within one scorecard. */
export interface ContentUses {
  readonly scorecard: string;
  readonly region: string;
  readonly province: string;
  readonly instrument: string;
  readonly year: number;
  readonly sha256: string;
  /** In the order of recording: every one but the first was seen before. */
  readonly uses: readonly ContentUse[];
  readonly repeated: boolean;
}

/**
 * Flags a file that is handed in more than once. That is allowed, since one decree may prove several
 * things; a verifier wants to know. Recorded nowhere else, because this view sees every upload in one
 * order while no upload waits for another.
 */
export const repeatedContent: FoldedView<ContentUses> = {
  name: 'repeated-content',
  version: 2,
  eventTypes: ['EvidenceSubmitted'],
  documentsOf: ({ event }) =>
    event.type === 'EvidenceSubmitted' ? [`${scorecardId(event.data)}/${event.data.sha256}`] : [],
  apply(document, { event, metadata: { recordedAt: submittedAt } }) {
    if (event.type !== 'EvidenceSubmitted') return document;
    const { region, instrument, year, sha256, receipt, subIndicator, late } = event.data;
    const use = { receipt, subIndicator, document: event.data.document, late, submittedAt };
    const uses = [...(document?.uses ?? []), use];
    return {
      scorecard: scorecardId(event.data),
      region,
      province: provinceOf(region),
      instrument,
      year,
      sha256,
      uses,
      repeated: uses.length > 1,
    };
  },
  indexes: [
    { repeated: 1, _id: 1 },
    { region: 1, _id: 1 },
    { province: 1, _id: 1 },
    { scorecard: 1, _id: 1 },
  ],
};
