import type { CalendarDate } from '@jejak/domain';

import type { EvidenceProgressDocument, UploadCounts } from './evidence-progress';

/** How complete a scorecard is on a day. */
export interface EvidenceProgressOn extends Pick<
  EvidenceProgressDocument,
  'region' | 'instrument' | 'year' | 'frameworkVersion' | 'documents'
> {
  readonly areas: readonly { readonly area: string; readonly scoredOn: CalendarDate | null }[];
  readonly scoredAreas: number;
  readonly uploads: UploadCounts;
  readonly finalisedOn: CalendarDate | null;
}

const none: UploadCounts = { handedIn: 0, replaced: 0, late: 0, verified: 0, returned: 0 };

/**
 * What had been scored, handed in and judged by the end of a day; null before the first of it, before
 * the scorecard was opened where there is nothing of it yet, and where there are neither areas nor
 * documents to be complete of, as in surveys. A past year is recorded afterwards:
 * its scores count from the days they speak of, not from the opening.
 */
export function evidenceProgressOn(
  document: EvidenceProgressDocument,
  day: CalendarDate,
): EvidenceProgressOn | null {
  const { region, instrument, year, frameworkVersion, documents, scoredOn, openedOn } = document;
  const until = (on: CalendarDate | null | undefined): CalendarDate | null =>
    on !== null && on !== undefined && on <= day ? on : null;
  const areas = document.areas.map((area) => ({ area, scoredOn: until(scoredOn[area]) }));
  const scoredAreas = areas.filter((one) => one.scoredOn !== null).length;
  const days = Object.entries(document.days).filter(([on]) => on <= day);
  if (areas.length === 0 && documents === 0) return null;
  if (openedOn > day && scoredAreas === 0 && days.length === 0) return null;
  return {
    ...{ region, instrument, year, frameworkVersion, documents, areas, scoredAreas },
    uploads: days.reduce((sum, [, counts]) => added(sum, { ...none, ...counts }), none),
    finalisedOn: until(document.finalisedOn),
  };
}

const added = (a: UploadCounts, b: UploadCounts): UploadCounts => ({
  handedIn: a.handedIn + b.handedIn,
  replaced: a.replaced + b.replaced,
  late: a.late + b.late,
  verified: a.verified + b.verified,
  returned: a.returned + b.returned,
});
