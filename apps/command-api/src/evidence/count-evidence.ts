import { requirePermission } from '@jejak/access';
import { evidenceStream, scorecardStream } from '@jejak/domain';
import { evidence, type EvidenceKey } from '@jejak/domain/evidence';
import {
  closingOf,
  type EvidencePlace,
  evidencePlaces,
  isClosed,
  isClosingCertain,
  isOpened,
  judgeMustBeOutside,
  scorecard,
  type ScorecardKey,
  type SubIndicatorResult,
} from '@jejak/domain/scorecard';
import { type CommandEnvelope, type Ledger } from '@jejak/event-store';
import { v5 } from 'uuid';

import { type Asked } from '../edge/command-on';

/** Names the command that counts one sub-indicator within the command that finalises. */
const namespace = 'b7f2b0f6-6a5c-5c54-8c0e-6f9d3b1f2a77';

/**
 * Counts the evidence of a scorecard whose uploads have ended, in every stream at once, and says what
 * it came to; nothing where it cannot be finalised, for the scorecard's own decision to refuse. A
 * repetition finds what was counted before. Throws (403) unless finalising is permitted: counting
 * is part of it.
 */
export async function countedEvidence(
  ledger: Ledger,
  { key, principal, envelope }: Asked<ScorecardKey, unknown>,
): Promise<readonly SubIndicatorResult[]> {
  requirePermission(principal, 'scorecard.finalise', key.region);
  const state = await ledger.refer(scorecard, scorecardStream(key), () => false);
  if (!isOpened(state) || state.status === 'finalised') return [];
  if (judgeMustBeOutside(state, { jurisdiction: principal.regions })) return [];
  const now = new Date().toISOString();
  if (!isClosed(state, now) || !isClosingCertain(state, now)) return [];
  const closesAt = closingOf(state);
  const counted = await Promise.all(
    evidencePlaces(state.opened).map((place) => count(ledger, key, place, closesAt, envelope)),
  );
  return counted.flatMap((result) => result ?? []);
}

/** Null where it was refused for another reason than that it is counted already. */
async function count(
  ledger: Ledger,
  scorecardKey: ScorecardKey,
  place: EvidencePlace,
  closesAt: string | null,
  envelope: CommandEnvelope,
): Promise<SubIndicatorResult | null> {
  const key: EvidenceKey = { ...scorecardKey, subIndicator: place.subIndicator.id };
  const stream = evidenceStream(key);
  await ledger.handle(evidence, stream, partOf(envelope, stream), (state, at) =>
    evidence.decide(state, {
      type: 'CountEvidence',
      ...key,
      scorecard: { place, closesAt },
      actor: envelope.actor,
      at,
    }),
  );
  const { counted } = await ledger.refer(evidence, stream, (state) => state.counted !== null);
  return counted;
}

const partOf = (envelope: CommandEnvelope, stream: string): CommandEnvelope => ({
  ...envelope,
  commandId: v5(`${envelope.commandId}/${stream}`, namespace),
});
