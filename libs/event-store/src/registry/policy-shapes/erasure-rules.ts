import type { ErasureExemption, ErasureRules } from '@jejak/domain/erasure';

import { record } from '../record';
import { list, text } from '../shape';
import { term } from './term';

export const exemption = record<ErasureExemption>({ letter: text, text });

export const erasureRules = record<ErasureRules>({
  execution: term,
  exemptions: list(exemption),
});
