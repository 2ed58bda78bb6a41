import type { Evidence, Source } from '@jejak/domain';

import { matching, oneOf, record, text } from './shape';

export const calendarDate = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date YYYY-MM-DD');

export const decimalText = matching(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'a decimal number as text');

export const sha256 = matching(/^[0-9a-f]{64}$/, '64 lower-case hex digits');

export const source = record<Source>({ id: text, citation: text });

export const evidence = record<Evidence>({ sha256, title: text });

export const regionLevel = oneOf('province', 'regency', 'city');

export const scale = record<{ readonly minimum: string; readonly maximum: string }>({
  minimum: decimalText,
  maximum: decimalText,
});
