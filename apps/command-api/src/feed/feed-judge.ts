import {
  type FeedOutcome,
  type FeedVerdict,
  mappedFrom,
  type RegisteredFeed,
  type Unfit,
} from '@jejak/domain/feed';
import { type Ledger } from '@jejak/event-store';
import { type CloudEvent } from '@jejak/http';

import { faultIn } from './event-schema';
import { handedIn } from './feed-evidence';
import { milestoneReported } from './feed-milestone';
import { type Brought, type Fields, isWithin } from './feed-report';

/**
 * What the definition of its type makes of an event. A milestone is reported, and a document handed
 * in, before the event is recorded as taken in, under an identity that follows from the event: whoever repeats it reports
 * nothing twice, and an event is never said to be taken in when its report was refused.
 */
export async function judged(
  ledger: Ledger,
  feed: RegisteredFeed,
  brought: Brought,
): Promise<FeedVerdict> {
  const { event } = brought;
  const definition = feed.types.find(({ type }) => type === event.type);
  if (definition === undefined) {
    return unfit(null, 'type-not-allowed', `${event.type} is not defined for ${feed.source.feed}`);
  }
  const { version, schema, mapping } = definition;
  if (!isJson(event)) return unfit(version, 'data-not-json', 'the data is not JSON');
  const fault = faultIn(event.data, schema);
  if (fault !== null) return unfit(version, 'schema', fault);
  const mapped = mappedFrom(mapping, event);
  if (mapped.kind === 'unfit') return unfit(version, 'mapping', mapped.fault);
  const fields = new Map(mapped.values.map(({ name, value }) => [name, value]));
  const outcome = await outcomes[mapping.target](ledger, feed, brought, fields);
  return 'kind' in outcome
    ? { kind: 'fits', version, outcome }
    : { kind: 'unfit', version, unfit: outcome };
}

const outcomes = {
  fact: (_ledger: Ledger, feed: RegisteredFeed, _brought: Brought, fields: Fields) =>
    factFrom(feed, fields),
  milestone: milestoneReported,
  evidence: handedIn,
};

const unfit = (version: number | null, code: Unfit['code'], detail: string): FeedVerdict => ({
  kind: 'unfit',
  version,
  unfit: { code, detail },
});

const isJson = ({
  datacontenttype = 'application/json',
  data_base64: binary,
}: CloudEvent): boolean =>
  binary === undefined &&
  /^application\/(json|[a-z0-9.-]+\+json)(;|$)/i.test(datacontenttype.trim());

function factFrom(feed: RegisteredFeed, fields: Fields): FeedOutcome | Unfit {
  const region = fields.get('region') ?? feed.source.region;
  if (!isWithin(region, feed)) {
    return { code: 'outside-region', detail: `${region} is not in ${feed.source.region}` };
  }
  const on = fields.get('on') ?? null;
  if (on !== null && !/^\d{4}-\d{2}-\d{2}$/.test(on)) {
    return { code: 'mapping', detail: 'on is no day: define it as day' };
  }
  const values = [...fields]
    .filter(([name]) => name !== 'region' && name !== 'on')
    .map(([name, value]) => ({ name, value }));
  return { kind: 'fact', region, on, values };
}
