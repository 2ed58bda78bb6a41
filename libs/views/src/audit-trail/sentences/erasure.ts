import type { ErasureEvent, ErasureKey } from '@jejak/domain/erasure/events';

import type { SentencesOf } from './sentences';

/** The subject stands in the stream's name: a sentence that is read aloud does without. */
const the = ({ request, region }: ErasureKey): string =>
  `Request ${request} to erase a subject in ${region}`;

export const erasureSentences: SentencesOf<ErasureEvent> = {
  ErasureRequested: (data) =>
    `${the(data)} was received on ${data.receivedOn}, to be executed by ${data.executeBy}`,
  ErasureGranted: (data) => `${the(data)} was granted on ${data.decidedOn}`,
  ErasureRefused: (data) =>
    `${the(data)} was refused on ${data.decidedOn} on ground ${data.ground.letter} (${data.ground.text}), carrying out ${data.law}${data.late ? ', late' : ''}`,
  SubjectKeyShredded: (data) =>
    `The key of a subject in ${data.region} was destroyed, as request ${data.request} asked`,
};
