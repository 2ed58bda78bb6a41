import type { IndexBand, IndexScale, IndexScales } from '@jejak/domain/indices/scales';

import { decimalText } from '../common-shapes';
import { record } from '../record';
import { list, nullable, text } from '../shape';

export const indexScales = record<IndexScales>({
  scales: list(
    record<IndexScale>({
      kind: text,
      name: text,
      minimum: decimalText,
      maximum: decimalText,
      bands: nullable(list(record<IndexBand>({ id: text, name: text, from: decimalText }))),
    }),
  ),
});
