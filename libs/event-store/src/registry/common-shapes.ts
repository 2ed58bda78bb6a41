import type { Evidence, Source } from '@jejak/domain';

import { record } from './record';
import { matching, oneOf, text } from './shape';

export const calendarDate = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date YYYY-MM-DD');

/** ISO 8601 in UTC with milliseconds. */
export const instant = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  'an instant YYYY-MM-DDTHH:MM:SS.sssZ',
);

export const decimalText = matching(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'a decimal number as text');

/** Spelled out, because an expression that counts takes three times as long. */
export const hexDigits = (count: number): string => '[0-9a-f]'.repeat(count);

export const sha256 = matching(new RegExp(`^${hexDigits(64)}$`), '64 lower-case hex digits');

export const source = record<Source>({ id: text, citation: text });

export const evidence = record<Evidence>({ sha256, title: text });

export const regionLevel = oneOf('province', 'regency', 'city');

export const scale = record<{ readonly minimum: string; readonly maximum: string }>({
  minimum: decimalText,
  maximum: decimalText,
});
