import { hexDigits } from './common-shapes';
import { matching } from './shape';

/** A person in an event: a UUID that means nothing here. */
export const pseudonym = matching(
  new RegExp(`^${[8, 4, 4, 4, 12].map(hexDigits).join('-')}$`),
  'a UUID in lower case',
);
