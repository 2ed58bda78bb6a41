import type { IndexCorrected, IndexRecorded } from '@jejak/domain/indices/events';

const index = ({ kind, year, subject }: { kind: string; year: number; subject: string }): string =>
  `${kind} ${year} of ${subject}`;

/** A claim that the bands contradict is news in itself. */
const claim = ({ band, claimedBand }: IndexRecorded['data']): string =>
  claimedBand === null || claimedBand === band
    ? ''
    : `, called ${claimedBand} where the bands make it ${band ?? 'none'}`;

export const indexSentences = {
  IndexRecorded: (data: IndexRecorded['data']) =>
    `${index(data)} was recorded as ${data.value} from ${data.source.id}${claim(data)}`,
  IndexCorrected: (data: IndexCorrected['data']) =>
    `Publication ${data.publication} of ${index(data)} was corrected from ${data.from} to ${data.to}: ${data.reason}`,
};
