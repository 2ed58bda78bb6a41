import type { CalendarDate, JejakEvent } from '@jejak/domain';
import { evidencePlaces } from '@jejak/domain/scorecard';
import type { ScorecardKey, ScorecardOpened } from '@jejak/domain/scorecard/events';

import { continued } from '../continued';
import { recordedDay } from '../recorded-day';
import { scorecardId } from '../scorecards/scorecards';
import type { FoldedView } from '../view';

/** What happened to the documents of a scorecard, however often to one of them. */
export interface UploadCounts {
  /** Documents handed in in time for the first time. */
  readonly handedIn: number;
  /** Uploads in time that took the place of one before them. */
  readonly replaced: number;
  /** Uploads after the end of the uploads. */
  readonly late: number;
  readonly verified: number;
  readonly returned: number;
}

/** How complete one scorecard is, day by day. */
export interface EvidenceProgressDocument extends ScorecardKey {
  readonly frameworkVersion: number;
  readonly openedOn: CalendarDate;
  /** Areas that apply to the region, and the day of the first score of each that has one. */
  readonly areas: readonly string[];
  readonly scoredOn: Readonly<Record<string, CalendarDate>>;
  /** Documents its framework asks for; 0 where it lists none. */
  readonly documents: number;
  /** By the day on which each was handed in or judged. */
  readonly days: Readonly<Record<CalendarDate, Partial<UploadCounts>>>;
  readonly finalisedOn: CalendarDate | null;
}

const types = [
  'ScorecardOpened',
  'IndicatorScored',
  'AreaScoresRecorded',
  'ScorecardFinalised',
  'EvidenceSubmitted',
  'EvidenceVerified',
  'EvidenceReturned',
] as const;

type Ours = Extract<JejakEvent, { type: (typeof types)[number] }>;

const isOurs = (event: JejakEvent): event is Ours => types.some((type) => type === event.type);

/** One small document per scorecard: counts and days, none of the documents themselves. */
export const evidenceProgress: FoldedView<EvidenceProgressDocument> = {
  name: 'evidence-progress',
  version: 1,
  eventTypes: types,
  documentsOf: ({ event }) => (isOurs(event) ? [scorecardId(event.data)] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (!isOurs(event)) return document;
    const on = recordedDay(recordedAt);
    if (event.type === 'ScorecardOpened') return opened(event.data, on);
    const before = continued(document, id);
    switch (event.type) {
      case 'IndicatorScored':
        return scored(before, [event.data.area], on);
      case 'AreaScoresRecorded': {
        const { scores, asOf, year } = event.data;
        const areas = scores.map(({ area }) => area);
        // As published scores do, one of which only the year is known counts from its last day.
        return scored(before, areas, asOf ?? `${year}-12-31`);
      }
      case 'ScorecardFinalised':
        return { ...before, finalisedOn: on };
      case 'EvidenceSubmitted': {
        const { late, replaces, handedInAt } = event.data;
        const what = late ? 'late' : replaces === null ? 'handedIn' : 'replaced';
        return counted(before, handedInAt === null ? on : recordedDay(handedInAt), what);
      }
      case 'EvidenceVerified':
        return counted(before, on, 'verified');
      case 'EvidenceReturned':
        return counted(before, on, 'returned');
    }
  },
  indexes: [{ region: 1, _id: 1 }],
};

const opened = (data: ScorecardOpened['data'], on: CalendarDate): EvidenceProgressDocument => ({
  region: data.region,
  instrument: data.instrument,
  year: data.year,
  frameworkVersion: data.frameworkVersion,
  openedOn: on,
  areas: data.areas.map((area) => area.id),
  scoredOn: {},
  documents: evidencePlaces(data).reduce((sum, one) => sum + one.subIndicator.documents.length, 0),
  days: {},
  finalisedOn: null,
});

function scored(
  document: EvidenceProgressDocument,
  areas: readonly string[],
  on: CalendarDate,
): EvidenceProgressDocument {
  const { scoredOn } = document;
  const first = areas.map((area): [string, CalendarDate] => {
    const known = scoredOn[area];
    return [area, known !== undefined && known < on ? known : on];
  });
  return { ...document, scoredOn: { ...scoredOn, ...Object.fromEntries(first) } };
}

function counted(
  document: EvidenceProgressDocument,
  on: CalendarDate,
  what: keyof UploadCounts,
): EvidenceProgressDocument {
  const before = document.days[on] ?? {};
  const after = { ...before, [what]: (before[what] ?? 0) + 1 };
  return { ...document, days: { ...document.days, [on]: after } };
}
