import { type Decision, type Refusal, refused } from '../decider';
import { refusal } from '../rules/refusal';
import type { EvidencePlace } from '../scorecard/closing';
import type { DecimalText, Instant } from '../values';
import type { ScorecardReading } from './commands';
import type { EvidenceEvent, EvidenceKey, EvidenceOrigin } from './events';

/** A sub-indicator that is assessed, and the end of its uploads. */
export interface KnownPlace {
  readonly place: EvidencePlace;
  readonly closesAt: Instant | null;
}

interface Referring extends EvidenceKey {
  readonly scorecard: ScorecardReading | null;
}

const scorecardUnknown = ({ region, instrument, year }: EvidenceKey): Refusal =>
  refusal(
    'evidence.scorecard-unknown',
    `${instrument} ${year} of ${region} has no scorecard`,
    'Open the scorecard first.',
  );

const subIndicatorUnknown = ({ region, instrument, year, subIndicator }: EvidenceKey): Refusal =>
  refusal(
    'evidence.sub-indicator-unknown',
    `${instrument} ${year} does not assess ${region} by a sub-indicator ${subIndicator}`,
    "Use one that the framework lists for the region's level.",
    'subIndicator',
  );

/** Decides where the place is known; evidence of anything else is refused. */
export function atKnownPlace<Event extends EvidenceEvent>(
  command: Referring,
  decide: (known: KnownPlace) => Decision<Event>,
): Decision<Event> {
  const { scorecard } = command;
  if (scorecard === null) return refused(scorecardUnknown(command));
  const { place, closesAt } = scorecard;
  if (place === null) return refused(subIndicatorUnknown(command));
  return decide({ place, closesAt });
}

export const originOf = (
  { region, instrument, year, subIndicator }: EvidenceKey,
  { area, indicator }: EvidencePlace,
): EvidenceOrigin => ({ region, instrument, year, area, indicator, subIndicator });

/** What a document is worth at the most; null for one that the sub-indicator does not ask for. */
export const pointsOfDocument = (
  { subIndicator: { documents } }: EvidencePlace,
  document: string,
): DecimalText | null => documents.find(({ id }) => id === document)?.points ?? null;
