import type { DeclarationTerms } from '@jejak/domain/declaration/policy';

import { record } from '../record';
import { integer, nullable } from '../shape';
import { term } from './term';

export const declarationTerms = record<DeclarationTerms>({
  periodicDue: record<DeclarationTerms['periodicDue']>({ month: integer, day: integer }),
  special: term,
  onRequest: nullable(term),
  completion: term,
});
