import type { ScorecardKey } from './events';
import type { OpenedScorecard } from './state';

export const keyOf = ({ opened: { region, instrument, year } }: OpenedScorecard): ScorecardKey => ({
  region,
  instrument,
  year,
});
