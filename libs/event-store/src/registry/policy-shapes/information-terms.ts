import type { InformationTerms } from '@jejak/domain/information/policy';

import { record } from '../record';
import { integer } from '../shape';

export const informationTerms = record<InformationTerms>({
  answer: integer,
  extension: integer,
  objection: integer,
  decision: integer,
  dispute: integer,
});
