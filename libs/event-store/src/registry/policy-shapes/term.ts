import type { Term } from '@jejak/domain';

import { record } from '../record';
import { integer, oneOf } from '../shape';

export const term = record<Term>({
  count: integer,
  unit: oneOf('working-days', 'days', 'months'),
});
