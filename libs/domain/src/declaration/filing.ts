import { lastDayOf } from '../calendar';
import type { PolicyInForce } from '../policy';
import { unconfirmedIn } from '../policy/unconfirmed';
import type { CalendarDate } from '../values';
import type { ExpectedFiling, FilingKind, TermsBasis } from './events';
import { yearOf } from './state';

type InForce = PolicyInForce<'declaration-terms'>;

/** Natural key of a report: `periodic-2023`, `special-end-2024-06-30`. */
export const filingKey = (kind: FilingKind, occasionOn: CalendarDate): string =>
  `${kind}-${kind === 'periodic' ? yearOf(occasionOn) : occasionOn}`;

const partOf = {
  periodic: 'periodicDue',
  'special-start': 'special',
  'special-end': 'special',
  'on-request': 'onRequest',
} as const satisfies Record<FilingKind, string>;

/**
 * Last day on which a report is in time; null where no rule gives one. Periodic: 31 March of the
 * next year; special: 3 months (PerKPK 7/2016 and 2/2020, as the policy in force has them).
 */
export function dueDateOf(
  { content }: InForce,
  kind: FilingKind,
  occasionOn: CalendarDate,
): CalendarDate | null {
  if (kind === 'periodic') {
    const { month, day } = content.periodicDue;
    return `${yearOf(occasionOn) + 1}-${twoDigits(month)}-${twoDigits(day)}`;
  }
  const term = content[partOf[kind]];
  return term && lastDayOf(term, occasionOn, null);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

export const expectedFiling = (
  terms: InForce,
  kind: FilingKind,
  occasionOn: CalendarDate,
): ExpectedFiling => ({
  filing: filingKey(kind, occasionOn),
  dueOn: dueDateOf(terms, kind, occasionOn),
});

export const termsBasis = (terms: InForce, kind: FilingKind | 'completion'): TermsBasis => ({
  policyVersion: terms.version,
  unconfirmed: unconfirmedIn(terms, kind === 'completion' ? kind : partOf[kind]),
});
