import { accepted, type Decision, type Refusal, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { latestIndonesianDay } from '../values/calendar-date';
import { applicableAreas } from './applicable';
import type { OpenScorecard } from './commands';
import type { ScorecardOpened } from './events';
import { frameworkOfYear } from './framework-of-year';
import type { ScorecardState } from './state';

const alreadyOpen = ({ region, instrument, year }: OpenScorecard): Refusal =>
  refusal(
    'scorecard.already-open',
    `${instrument} ${year} of ${region} has its scorecard`,
    'Use it: there is exactly one for a region, an instrument and a year.',
  );

const regionUnknown = ({ region }: OpenScorecard): Refusal =>
  refusal(
    'scorecard.region-unknown',
    `region ${region} is not registered`,
    'Register the region first.',
    'region',
  );

const frameworkUnpublished = ({ instrument, year }: OpenScorecard): Refusal =>
  refusal(
    'scorecard.framework-unpublished',
    `no version of ${instrument} ${year} is published`,
    'Publish the framework first.',
    'instrument',
  );

const frameworkNotInForce = ({ instrument, year, frameworks }: OpenScorecard): Refusal => {
  const known = frameworks.map(
    ({ version, content }) => `version ${version} from ${content.effectiveFrom}`,
  );
  return refusal(
    'scorecard.framework-not-in-force',
    `nothing is in force yet that ${instrument} ${year} could be scored by; published: ${known.join(', ')}`,
    `Open it when the version with which ${year} begins has come into force, or publish one that does in ${year}.`,
    'year',
  );
};

/**
 * Copies what applies to the region's level, see `applicableAreas`, of the version the year is scored
 * by, see `frameworkOfYear`.
 */
export function openScorecard(
  state: ScorecardState,
  command: OpenScorecard,
): Decision<ScorecardOpened> {
  const { region, instrument, year, regionState, frameworks } = command;
  if (state.status !== 'unopened') return refused(alreadyOpen(command));
  if (regionState?.code !== region) return refused(regionUnknown(command));
  if (frameworks.length === 0) return refused(frameworkUnpublished(command));
  const framework = frameworkOfYear(frameworks, year, latestIndonesianDay(command.at));
  if (!framework) return refused(frameworkNotInForce(command));
  const { scale, decimalPlaces, areas, bands, closesAt } = framework.content;
  return accepted({
    type: 'ScorecardOpened',
    data: {
      region,
      instrument,
      year,
      level: regionState.level,
      frameworkVersion: framework.version,
      scale: { minimum: scale.minimum, maximum: scale.maximum },
      decimalPlaces,
      areas: applicableAreas(areas, regionState.level),
      bands: bands && bands.map(({ id, from, to }) => ({ id, from, to })),
      closesAt,
    },
  });
}
