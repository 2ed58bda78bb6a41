import { createHash } from 'node:crypto';

import { decideAccess, type Principal } from '@jejak/access';
import { planStream } from '@jejak/domain';
import {
  type FeedOutcome,
  type FeedVerdict,
  mappedFrom,
  type RegisteredFeed,
  type Unfit,
} from '@jejak/domain/feed';
import { plan } from '@jejak/domain/plan';
import {
  canonicalText,
  type CommandEnvelope,
  commandSha256,
  type Ledger,
} from '@jejak/event-store';
import { type CloudEvent } from '@jejak/http';
import { v5 as uuidOf } from 'uuid';

import { faultIn } from './event-schema';

/** Fixed for ever: another namespace would report every event a second time. */
const reports = '5d0f8c1a-0a35-5b0c-8e62-3f1d6c9b7a54';

/** An event with who brings it. */
export interface Brought {
  readonly event: CloudEvent;
  readonly envelope: CommandEnvelope;
  readonly principal: Principal;
}

/**
 * What the definition of its type makes of an event. A milestone is reported before the event is
 * recorded as taken in, under an identity that follows from the event: whoever repeats it reports
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
  const outcome =
    mapping.target === 'fact'
      ? factFrom(feed, fields)
      : await reported(ledger, feed, brought, fields);
  return 'kind' in outcome
    ? { kind: 'fits', version, outcome }
    : { kind: 'unfit', version, unfit: outcome };
}

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

type Fields = ReadonlyMap<string, string>;

const isWithin = (region: string, { source }: RegisteredFeed): boolean =>
  region === source.region || region.startsWith(`${source.region}.`);

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

/** Reports a milestone with the event itself as evidence, named by the digest of its content. */
async function reported(
  ledger: Ledger,
  feed: RegisteredFeed,
  { event, envelope, principal }: Brought,
  fields: Fields,
): Promise<FeedOutcome | Unfit> {
  const of = (name: string): string => fields.get(name) ?? '';
  const [key, item, milestone] = [of('plan'), of('item'), of('milestone')];
  if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(key)) {
    return { code: 'mapping', detail: 'plan is no identifier of a plan' };
  }
  const content = canonicalText(event);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const report: CommandEnvelope = {
    ...envelope,
    commandId: uuidOf(`${feed.source.feed}\n${event.id}`, reports),
    commandSha256: commandSha256({ action: 'plan.report-milestone', stream: key, content }),
    actor: { kind: 'system', id: feed.source.subject },
  };
  const outcome = await ledger.handle(plan, planStream(key), report, (state, at) => {
    const region = state.status === 'unadopted' ? feed.source.region : state.region;
    const denial = decideAccess(principal, 'plan.report-milestone', region);
    if (denial.kind === 'denial') return { kind: 'refused', refusal: denial };
    if (!isWithin(region, feed)) return { kind: 'refused', refusal: outside(region, feed) };
    return plan.decide(state, {
      type: 'ReportMilestone',
      item,
      milestone,
      metOn: of('metOn'),
      evidence: [
        { sha256, title: `${event.type} ${event.id} of ${feed.source.title}`.slice(0, 200) },
      ],
      note: fields.get('note') ?? null,
      actor: report.actor,
      at,
    });
  });
  if (outcome.kind === 'recorded') return { kind: 'milestone', plan: key, item, milestone };
  const detail =
    outcome.kind === 'refused'
      ? `${outcome.refusal.code}: ${outcome.refusal.reason}`
      : 'the event was reported before as something else';
  return { code: 'refused', detail: detail.slice(0, 300) };
}

const outside = (region: string, { source }: RegisteredFeed) => ({
  code: 'access.outside-jurisdiction' as const,
  reason: `the plan is of ${region}, ${source.feed} reports about ${source.region}`,
  remedy: 'Report about the own region.',
});
