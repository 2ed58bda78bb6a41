import type { SupervisionTerms } from '@jejak/domain/supervision';

import { record } from '../record';
import { integer } from '../shape';

export const supervisionTerms = record<SupervisionTerms>({ followUpDays: integer });
