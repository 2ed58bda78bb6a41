import type { DeclarationEvent, ObligationKey } from '@jejak/domain/declaration/events';
import type { ComplianceStatisticRecorded } from '@jejak/domain/declaration/statistic-events';

import { settledInWords } from './last-days';
import type { SentencesOf } from './sentences';

/** By the pseudonym: the trail can say no more than the record. */
const obligor = ({ person, position, region }: ObligationKey): string =>
  `obligor ${person} (${position} of ${region})`;

const inTime = (late: boolean | null): string =>
  late === null ? '' : late ? ', late' : ', in time';

export const declarationSentences: SentencesOf<DeclarationEvent | ComplianceStatisticRecorded> = {
  ObligorRegistered: (data) =>
    `From ${data.since} on ${obligor(data)} must report their wealth; ${data.expects.filing} comes first`,
  ObligationEnded: (data) =>
    `The duty to report of ${obligor(data)} ended on ${data.endedOn} (${data.ground})`,
  WealthReportFiled: (data) =>
    `The wealth report ${data.filing} of ${obligor(data)} was handed in on ${data.filedOn}${inTime(data.late)}`,
  WealthReportVerified: (data) =>
    `The wealth report ${data.filing} of ${obligor(data)} was found ${data.result} on ${data.verifiedOn}`,
  WealthReportSupplemented: (data) =>
    `What was missing from the wealth report ${data.filing} of ${obligor(data)} was handed in on ${data.suppliedOn}${inTime(data.late)}`,
  WealthReportTermsSettled: (data) =>
    `Of the wealth report ${data.filing} of ${obligor(data)} ${settledInWords(data.settled)}`,
  ComplianceStatisticRecorded: (data) =>
    `Published by ${data.source.id} as of ${data.asOf}: of ${data.obligors} obligors for ${data.year}${data.field === null ? '' : ` (${data.field})`} ${data.submitted} reported, ${data.complete ?? 'an unknown number'} completely`,
};
