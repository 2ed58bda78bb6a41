import { decideAccess } from '@jejak/access';
import { evidenceStream } from '@jejak/domain';
import { evidence, type EvidenceKey } from '@jejak/domain/evidence';
import { type FeedOutcome, type RegisteredFeed, type Unfit } from '@jejak/domain/feed';
import { identifierForms } from '@jejak/domain/values/identifier';
import { type Ledger } from '@jejak/event-store';

import { readForUpload, readingOf } from '../evidence/scorecard-reading';
import {
  type Brought,
  documentOf,
  type Fields,
  isWithin,
  outside,
  refusedReport,
  reportEnvelope,
} from './feed-report';

const action = 'scorecard.submit-evidence';

/** Hands the event itself in as a document of a sub-indicator, by the digest of its content. */
export async function handedIn(
  ledger: Ledger,
  feed: RegisteredFeed,
  brought: Brought,
  fields: Fields,
): Promise<FeedOutcome | Unfit> {
  const key = keyFrom(feed, fields);
  if ('code' in key) return key;
  const document = fields.get('document') ?? '';
  const stream = evidenceStream(key);
  const submission = reportEnvelope(feed, brought, action, stream);
  const read = await readForUpload(ledger, key);
  const { sha256, size, title } = documentOf(feed, brought.event);
  const outcome = await ledger.handle(evidence, stream, submission, (state, at) => {
    const denial = decideAccess(brought.principal, action, key.region);
    if (denial.kind === 'denial') return { kind: 'refused', refusal: denial };
    if (!isWithin(key.region, feed)) {
      return { kind: 'refused', refusal: outside(`the scorecard is of ${key.region}`, feed) };
    }
    return evidence.decide(state, {
      type: 'SubmitEvidence',
      ...key,
      scorecard: readingOf(read, key),
      document,
      sha256,
      size,
      title: fields.get('title') ?? title,
      handedInAt: null,
      actor: submission.actor,
      at,
    });
  });
  if (outcome.kind !== 'recorded') return refusedReport(outcome);
  return { kind: 'evidence', ...key, document, revision: String(outcome.recorded.revision) };
}

/** These name a stream, so each has the form its own route would ask for. */
function keyFrom({ source }: RegisteredFeed, fields: Fields): EvidenceKey | Unfit {
  const region = fields.get('region') ?? source.region;
  const [instrument = '', year = '', subIndicator = ''] = [
    fields.get('instrument'),
    fields.get('year'),
    fields.get('subIndicator'),
  ];
  const faults = [
    identifierForms.regionCode.test(region) ? '' : 'region is no code of a region',
    identifierForms.instrument.test(instrument) ? '' : 'instrument is no name of an instrument',
    identifierForms.year.test(year) ? '' : 'year is no year',
    identifierForms.slug.test(subIndicator) ? '' : 'subIndicator is no identifier',
  ].filter((fault) => fault !== '');
  const [detail] = faults;
  return detail === undefined
    ? { region, instrument, year: Number(year), subIndicator }
    : { code: 'mapping', detail };
}
