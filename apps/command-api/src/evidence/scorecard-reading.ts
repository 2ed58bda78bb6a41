import { scorecardStream } from '@jejak/domain';
import { type EvidenceKey, type ScorecardReading } from '@jejak/domain/evidence';
import {
  closingOf,
  closingReadFor,
  evidencePlaces,
  isClosingCertain,
  isOpened,
  scorecard,
  type ScorecardState,
} from '@jejak/domain/scorecard';
import { type Ledger } from '@jejak/event-store';
import { problem } from '@jejak/http';

/** A scorecard as it was read for a decision about evidence. */
export interface ScorecardRead {
  readonly state: ScorecardState;
  /** Milliseconds since 1970; null where it makes no difference. */
  readonly closingReadAt: number | null;
}

/**
 * Reads to the end of the scorecard's stream as long as a command may still change when uploads end:
 * another process may have recorded one.
 */
export async function readForUpload(ledger: Ledger, key: EvidenceKey): Promise<ScorecardRead> {
  const readAt = Date.now();
  const isCertain = (state: ScorecardState): boolean =>
    isClosingCertain(state, new Date(readAt).toISOString());
  const state = await ledger.refer(scorecard, scorecardStream(key), isCertain);
  return { state, closingReadAt: isCertain(state) ? null : readAt };
}

/** What is asked of a region never changes once its scorecard is open. */
export const readForReview = async (ledger: Ledger, key: EvidenceKey): Promise<ScorecardRead> => ({
  state: await ledger.refer(scorecard, scorecardStream(key), isOpened),
  closingReadAt: null,
});

/** Throws `store.conflict` when the reading is too old to tell whether uploads have ended. */
export function readingOf(
  { state, closingReadAt }: ScorecardRead,
  { subIndicator }: EvidenceKey,
): ScorecardReading | null {
  if (closingReadAt !== null && Date.now() - closingReadAt > closingReadFor) {
    throw problem('store.conflict', {
      detail: 'It took too long to be sure that uploads have not ended meanwhile.',
    });
  }
  if (!isOpened(state)) return null;
  const place = evidencePlaces(state.opened).find((one) => one.subIndicator.id === subIndicator);
  return { place: place ?? null, closesAt: closingOf(state) };
}
