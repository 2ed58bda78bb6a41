import type { CalendarDate, DecimalText, Source } from '@jejak/domain';
import type { IndexCorrected, IndexKey, IndexRecorded } from '@jejak/domain/indices/events';
import { regionOfSubject } from '@jejak/domain/indices/subject';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

export interface IndexCorrection {
  readonly from: DecimalText;
  readonly to: DecimalText;
  readonly reason: string;
  readonly correctedBy: string;
  readonly correctedAt: string;
}

/** One published value, with the band the policy gives it beside the one its publisher claims. */
export interface PublishedIndex {
  readonly publication: number;
  /** After the corrections. */
  readonly value: DecimalText;
  /** By the policy; null where the index has no bands. */
  readonly band: string | null;
  readonly claimedBand: string | null;
  readonly claimedAs: string | null;
  /** Whether the claimed band is the computed one; null where none was claimed. */
  readonly claimHolds: boolean | null;
  readonly respondents: number | null;
  readonly publishedOn: CalendarDate | null;
  readonly source: Source;
  /** Version of `index-scales` that the band follows. */
  readonly policyVersion: number;
  readonly corrections: readonly IndexCorrection[];
  readonly recordedAt: string;
}

/** Everything published of one index of one body or group in one year. */
export interface IndexDocument extends IndexKey {
  /** Code of the region the subject is; null for a group. */
  readonly region: string | null;
  /** Of that region; null for a group. */
  readonly province: string | null;
  /** In the order of recording. */
  readonly publications: readonly PublishedIndex[];
  /** Sources give different values. */
  readonly disputed: boolean;
  /** A claimed band is not the computed one. */
  readonly misjudged: boolean;
  readonly changedAt: string;
}

const idOf = ({ kind, subject, year }: IndexKey): string => `${kind}/${subject}/${year}`;

/** One document per index, subject and year. */
export const indexRegister: FoldedView<IndexDocument> = {
  name: 'index-register',
  version: 2,
  eventTypes: ['IndexRecorded', 'IndexCorrected'],
  documentsOf: ({ event }) =>
    event.type === 'IndexRecorded' || event.type === 'IndexCorrected' ? [idOf(event.data)] : [],
  apply(document, { event, metadata: { recordedAt } }) {
    if (event.type === 'IndexRecorded') {
      const { kind, subject, year } = event.data;
      const key = { kind, subject, year, region: regionOfSubject(subject) };
      const before = document?.publications ?? [];
      return judged(key, [...before, publicationOf(event, recordedAt)], recordedAt);
    }
    if (event.type === 'IndexCorrected') return corrected(document, event, recordedAt);
    return document;
  },
  indexes: [
    { year: 1, _id: 1 },
    { kind: 1, _id: 1 },
    { kind: 1, year: 1, _id: 1 },
    { subject: 1, _id: 1 },
    { subject: 1, year: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, year: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, year: 1, _id: 1 },
    { disputed: 1, _id: 1 },
    { disputed: 1, year: 1, _id: 1 },
    { misjudged: 1, _id: 1 },
    { misjudged: 1, year: 1, _id: 1 },
  ],
};

function publicationOf({ data }: IndexRecorded, recordedAt: string): PublishedIndex {
  const { publication, value, band, claimedBand, claimedAs, respondents } = data;
  const { publishedOn, source, policyVersion } = data;
  return {
    publication,
    value,
    band,
    claimedBand,
    claimedAs,
    claimHolds: claimedBand === null ? null : claimedBand === band,
    respondents,
    publishedOn,
    source,
    policyVersion,
    corrections: [],
    recordedAt,
  };
}

/** Throws when the publication it corrects is not there: the runtime then parks the event. */
function corrected(
  document: IndexDocument | null,
  { data }: IndexCorrected,
  recordedAt: string,
): IndexDocument {
  const { publication, from, to, band, reason, policyVersion, correctedBy } = data;
  if (!document?.publications.some((one) => one.publication === publication))
    throw new Error(`Publication ${publication} of ${idOf(data)} was corrected but never recorded`);
  const correction = { from, to, reason, correctedBy, correctedAt: recordedAt };
  const publications = document.publications.map((one) =>
    one.publication === publication
      ? {
          ...one,
          value: to,
          band,
          policyVersion,
          claimHolds: one.claimedBand === null ? null : one.claimedBand === band,
          corrections: [...one.corrections, correction],
        }
      : one,
  );
  return judged(document, publications, recordedAt);
}

/** The document with these publications, and whether they contradict each other or their bands. */
export const judged = (
  { kind, subject, year, region }: IndexKey & Pick<IndexDocument, 'region'>,
  publications: readonly PublishedIndex[],
  changedAt: string,
): IndexDocument => ({
  kind,
  subject,
  year,
  region,
  province: region === null ? null : provinceOf(region),
  publications,
  disputed: new Set(publications.map(({ value }) => value)).size > 1,
  misjudged: publications.some(({ claimHolds }) => claimHolds === false),
  changedAt,
});
