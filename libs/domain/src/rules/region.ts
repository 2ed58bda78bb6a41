import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import { refusal } from './refusal';

/** Facts are recorded about regions that exist in the record. */
export const mustBeRegistered = (
  context: ContextWith<'region-unknown'>,
  region: string,
  registered: boolean,
  field = 'region',
): Refusal | null =>
  registered
    ? null
    : refusal(
        `${context}.region-unknown`,
        `region ${region} is not registered`,
        'Register the region first.',
        field,
      );
