import { accepted, type Decision, type Refusal, refused } from '../decider';
import { refusal } from '../rules/refusal';
import { applicableAreas } from './applicable';
import type { OpenScorecard } from './commands';
import type { ScorecardOpened } from './events';
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

/** Copies what applies to the region's level; see `applicableAreas`. */
export function openScorecard(
  state: ScorecardState,
  command: OpenScorecard,
): Decision<ScorecardOpened> {
  const { region, instrument, year, regionState, framework } = command;
  if (state.status !== 'unopened') return refused(alreadyOpen(command));
  if (regionState?.code !== region) return refused(regionUnknown(command));
  if (!framework) return refused(frameworkUnpublished(command));
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
