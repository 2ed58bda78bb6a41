import type {
  DeclarationEvent,
  ExpectedFiling,
  FilingKey,
  ObligationEnded,
  ObligationKey,
  ObligorRegistered,
  TermsBasis,
  WealthReportFiled,
  WealthReportSupplemented,
  WealthReportTermsSettled,
  WealthReportVerified,
} from '@jejak/domain/declaration/events';
import type { ComplianceStatisticRecorded } from '@jejak/domain/declaration/statistic-events';

import { calendarDate, decimalText, source } from './common-shapes';
import { countedTerms, settledTerms, withoutCounts } from './counted-term';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { pseudonym } from './pseudonym';
import { type Fields, record } from './record';
import { integer, list, matching, nullable, oneOf, text, truth } from './shape';

const field = oneOf('executive', 'legislative', 'judicial', 'state-enterprise');

const key: Fields<ObligationKey> = { person: pseudonym, position: text, region: text, field };
const basis: Fields<TermsBasis> = { policyVersion: integer, unconfirmed: list(text) };
const filing: Fields<FilingKey> = { ...key, filing: text, year: nullable(integer) };
const expected = record<ExpectedFiling>({ filing: text, dueOn: nullable(calendarDate) });
const handedIn = {
  receipt: text,
  dueOn: nullable(calendarDate),
  late: nullable(truth),
  recordedBy: text,
};

const wealthReportVerified: Fields<Omit<WealthReportVerified['data'], 'counted'>> = {
  ...filing,
  result: oneOf('complete', 'incomplete'),
  verifiedOn: calendarDate,
  notice: nullable(text),
  completeBy: nullable(calendarDate),
  basis: nullable(record(basis)),
  verifiedBy: text,
};

export const declarationSchemas: SchemasOf<DeclarationEvent | ComplianceStatisticRecorded> = {
  ObligorRegistered: firstVersion(
    record<ObligorRegistered['data']>({
      ...key,
      ...basis,
      title: text,
      since: calendarDate,
      firstYear: integer,
      expects: expected,
    }),
  ),
  ObligationEnded: firstVersion(
    record<ObligationEnded['data']>({
      ...key,
      ...basis,
      endedOn: calendarDate,
      ground: oneOf('other-position', 'end-of-office', 'pension', 'other'),
      notObligedFrom: integer,
      expects: expected,
      releases: list(text),
    }),
  ),
  WealthReportFiled: firstVersion(
    record<WealthReportFiled['data']>({
      ...filing,
      ...basis,
      ...handedIn,
      kind: oneOf('periodic', 'special-start', 'special-end', 'on-request'),
      occasionOn: calendarDate,
      filedOn: calendarDate,
      expects: nullable(expected),
    }),
  ),
  WealthReportVerified: nextVersion(
    firstVersion(record<Omit<WealthReportVerified['data'], 'counted'>>(wealthReportVerified)),
    record<WealthReportVerified['data']>({ ...wealthReportVerified, counted: countedTerms }),
    withoutCounts,
  ),
  WealthReportSupplemented: firstVersion(
    record<WealthReportSupplemented['data']>({ ...filing, ...handedIn, suppliedOn: calendarDate }),
  ),
  WealthReportTermsSettled: firstVersion(
    record<WealthReportTermsSettled['data']>({ ...filing, settled: settledTerms }),
  ),
  ComplianceStatisticRecorded: firstVersion(
    record<ComplianceStatisticRecorded['data']>({
      year: integer,
      asOf: matching(/^\d{4}-\d{2}(-\d{2})?$/, 'a day or a month'),
      field: nullable(field),
      obligors: integer,
      submitted: integer,
      complete: nullable(integer),
      submittedPercent: nullable(decimalText),
      completePercent: nullable(decimalText),
      source,
    }),
  ),
};
