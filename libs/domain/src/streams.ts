import type { EvidenceKey } from './evidence/events';
import type { FrameworkKey } from './framework/events';
import type { IndexKey } from './indices/events';
import type { PolicyKind } from './policy/contents';
import type { RolloutKey } from './rollout/events';
import type { ScorecardKey } from './scorecard/events';
import type { CycleKey, UnitKey } from './zone/key';

/**
 * Stream names are natural keys, so that "exactly one" is what the store itself enforces. A region's
 * id is the code it was first registered under: it names the region for ever, whatever code it has.
 */
export const regionStream = (id: string): string => `region-${id}`;

/** All units of one region. */
export const unitsStream = (region: string): string => `units-${region}`;

/** One information system of one region. */
export const rolloutStream = ({ region, system }: RolloutKey): string =>
  `rollout-${region}-${system}`;

/** A system that reports facts itself. */
export const feedStream = (feed: string): string => `feed-${feed}`;

/** One event it sent; `idSha256` is of the identifier, which may be any text. */
export const feedEventStream = (feed: string, idSha256: string): string =>
  `feedevent-${feed}-${idSha256}`;

/** All versions of one kind of policy. */
export const policyStream = (kind: PolicyKind): string => `policy-${kind}`;

export const frameworkStream = ({ instrument, year }: FrameworkKey): string =>
  `framework-${instrument.toLowerCase()}-${year}`;

export const scorecardStream = ({ region, instrument, year }: ScorecardKey): string =>
  `scorecard-${region}-${instrument.toLowerCase()}-${year}`;

/** The evidence of one sub-indicator of a scorecard; why apart from it, `evidence` says. */
export const evidenceStream = ({ region, instrument, year, subIndicator }: EvidenceKey): string =>
  `evidence-${region}-${instrument.toLowerCase()}-${year}-${subIndicator}`;

export const pactTextStream = (version: string): string => `pacttext-${version}`;

export const pactStream = (pact: string): string => `pact-${pact}`;

/** One person in one position under one text; `signer` is the digest of all three. */
export const pactSignerStream = (signer: string): string => `pactsigner-${signer}`;

/** The counts of one unit; a region's code has no dash, so that no two units meet. */
export const pactCoverageStream = ({
  region,
  unit,
}: {
  readonly region: string;
  readonly unit: string;
}): string => `pactcoverage-${region}-${unit}`;

export const pactBreachStream = (breach: string): string => `pactbreach-${breach}`;

export const planStream = (plan: string): string => `plan-${plan}`;

export const trainingStream = (training: string): string => `training-${training}`;

export const supervisionStream = (meeting: string): string => `supervision-${meeting}`;

/** Everything claimed about the results of one instrument and year. */
export const disputeStream = ({ instrument, year }: FrameworkKey): string =>
  `dispute-${instrument.toLowerCase()}-${year}`;

/** One request for public information. */
export const informationStream = (request: string): string => `information-${request}`;

/** What was published of one index of one body or group in one year. */
export const indexStream = ({ kind, subject, year }: IndexKey): string =>
  `index-${kind.toLowerCase()}-${subject}-${year}`;

/** What was decided about one view, whatever its version. */
export const projectionStream = (view: string): string => `projection-${view}`;

/** What the clock said about one deadline. */
export const deadlineStream = (id: string): string => `deadline-${id}`;
/** One person in one position. The underscore stands in neither name, so that no two pairs meet. */
export const declarationStream = ({
  person,
  position,
}: {
  readonly person: string;
  readonly position: string;
}): string => `declaration-${person}_${position}`;

/** What one person received and reported: limits of a year are over all of it. */
export const gratificationStream = ({ receiver }: { readonly receiver: string }): string =>
  `gratification-${receiver}`;

export const complaintStream = (complaint: string): string => `complaint-${complaint}`;

/** One sealed identity, apart from every complaint. */
export const reporterStream = (reporter: string): string => `reporter-${reporter}`;

/** Every request to erase what is sealed under one subject of the vault, a random UUID. */
export const erasureStream = (subject: string): string => `erasure-${subject}`;

/** What was published about the wealth reports of one year. */
export const declarationStatisticStream = (year: number): string => `declarationstatistic-${year}`;

/** The declaration of one region's government. */
export const zoneDeclarationStream = (region: string): string => `zonedeclaration-${region}`;

/** One unit's cycle of evaluation in one year. */
export const zoneStream = ({ region, unit, year }: CycleKey): string =>
  `zone-${region}-${unit}-${year}`;

/** Every predicate of one unit, over all its cycles. */
export const predicateStream = ({ region, unit }: UnitKey): string => `predicate-${region}-${unit}`;

/** The part before the first dash: which decider's history a stream holds. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));
