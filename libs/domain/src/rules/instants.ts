import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import type { Instant } from '../values';
import { isInstant } from '../values/instant';
import { refusal } from './refusal';

/** Null, where the type allows it, is an instant that nobody gave. */
export const mustBeInstant = (
  context: ContextWith<'invalid-instant'>,
  field: string,
  instant: Instant | null,
): Refusal | null =>
  instant === null || isInstant(instant)
    ? null
    : refusal(
        `${context}.invalid-instant`,
        `${field} "${instant}" is not an instant`,
        'Write it with its offset, such as 2025-11-30T23:59:59+07:00.',
        field,
      );
