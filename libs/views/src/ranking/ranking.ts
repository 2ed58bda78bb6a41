import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type {
  PublishedScoreRecorded,
  ScoreAmended,
  ScoreStatus,
} from '@jejak/domain/scorecard/events';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface Amendment {
  readonly from: DecimalText | null;
  readonly to: DecimalText;
  readonly reason: string;
  readonly decision: string;
  readonly recordedAt: string;
}

/** One published score as it was recorded; corrections stand beside it, never in its place. */
export interface ScoreRecord {
  readonly region: string;
  readonly publication: number;
  readonly value: DecimalText;
  readonly status: ScoreStatus;
  /** Day the score speaks of; null where the source gives none. */
  readonly asOf: CalendarDate | null;
  readonly source: Source;
  readonly publishedRank: number | null;
  readonly computed: DecimalText | null;
  readonly recordedAt: string;
  /** In the order of recording. */
  readonly amendments: readonly Amendment[];
}

export interface RankingKey {
  readonly instrument: string;
  readonly year: number;
  /** Two-digit code. */
  readonly province: string;
}

/** Everything published about one instrument, year and province, the province's own score included. */
export interface RankingDocument extends RankingKey {
  readonly records: readonly ScoreRecord[];
}

export const rankingId = ({ instrument, year, province }: RankingKey): string =>
  `${instrument}/${year}/${province}`;

/**
 * One document per instrument, year and province. It keeps every published score; which of them holds
 * on a day, and what rank follows, is a question (`rankingAsOf`) and not a stored answer.
 */
export const ranking: FoldedView<RankingDocument> = {
  name: 'ranking',
  version: 1,
  eventTypes: ['PublishedScoreRecorded', 'ScoreAmended'],
  documentsOf({ event }) {
    if (event.type === 'PublishedScoreRecorded') return [rankingId(keyOf(event.data))];
    // The correction of a finalised computed score changes nothing that was published.
    if (event.type === 'ScoreAmended' && event.data.subject !== 'finalised')
      return [rankingId(keyOf(event.data))];
    return [];
  },
  apply(document, { event, metadata }) {
    if (event.type === 'PublishedScoreRecorded')
      return withRecord(document, event, metadata.recordedAt);
    if (event.type === 'ScoreAmended') return withAmendment(document, event, metadata.recordedAt);
    return document;
  },
  indexes: [{ province: 1, instrument: 1, year: 1 }],
};

const keyOf = (data: { instrument: string; year: number; region: string }): RankingKey => ({
  instrument: data.instrument,
  year: data.year,
  province: provinceOf(data.region),
});

function withRecord(
  document: RankingDocument | null,
  { data }: PublishedScoreRecorded,
  recordedAt: string,
): RankingDocument {
  const { region, publication, value, status, asOf, source, publishedRank, computed } = data;
  const record: ScoreRecord = {
    region,
    publication,
    value,
    status,
    asOf,
    source,
    publishedRank,
    computed,
    recordedAt,
    amendments: [],
  };
  return { ...keyOf(data), records: [...(document?.records ?? []), record] };
}

/** Throws when the publication it corrects is not there: the runtime then parks the event. */
function withAmendment(
  document: RankingDocument | null,
  { data }: ScoreAmended,
  recordedAt: string,
): RankingDocument {
  const { region, subject, from, to, reason, decision } = data;
  const isSubject = (record: ScoreRecord): boolean =>
    record.region === region && record.publication === subject;
  if (!document?.records.some(isSubject))
    throw new Error(`Publication ${subject} of ${region} was amended but never recorded`);
  const amendment = { from, to, reason, decision, recordedAt };
  return {
    ...document,
    records: document.records.map((record) =>
      isSubject(record) ? { ...record, amendments: [...record.amendments, amendment] } : record,
    ),
  };
}
