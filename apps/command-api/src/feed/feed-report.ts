import { createHash } from 'node:crypto';

import { type Principal } from '@jejak/access';
import { type Refusal } from '@jejak/domain';
import { type RegisteredFeed, type Unfit } from '@jejak/domain/feed';
import {
  canonicalText,
  type CommandEnvelope,
  commandSha256,
  type Outcome,
} from '@jejak/event-store';
import { type CloudEvent } from '@jejak/http';
import { v5 as uuidOf } from 'uuid';

/** Fixed for ever: another namespace would report every event a second time. */
const reports = '5d0f8c1a-0a35-5b0c-8e62-3f1d6c9b7a54';

/** An event with who brings it. */
export interface Brought {
  readonly event: CloudEvent;
  readonly envelope: CommandEnvelope;
  readonly principal: Principal;
}

/** What a mapping took out of an event, by name. */
export type Fields = ReadonlyMap<string, string>;

/** The event as a document that supports what it reports. */
export interface EventDocument {
  /** Over its canonical text, lower-case hex. */
  readonly sha256: string;
  /** Bytes of that text. */
  readonly size: number;
  readonly title: string;
}

export function documentOf({ source }: RegisteredFeed, event: CloudEvent): EventDocument {
  const content = Buffer.from(canonicalText(event), 'utf8');
  return {
    sha256: createHash('sha256').update(content).digest('hex'),
    size: content.length,
    title: `${event.type} ${event.id} of ${source.title}`.slice(0, 200),
  };
}

/** The identity of what an event reports follows from the event: repeated, it reports nothing twice. */
export const reportEnvelope = (
  { source }: RegisteredFeed,
  { event, envelope }: Brought,
  action: string,
  stream: string,
): CommandEnvelope => ({
  ...envelope,
  commandId: uuidOf(`${source.feed}\n${event.id}`, reports),
  commandSha256: commandSha256({ action, stream, content: canonicalText(event) }),
  actor: { kind: 'system', id: source.subject },
});

export const isWithin = (region: string, { source }: RegisteredFeed): boolean =>
  region === source.region || region.startsWith(`${source.region}.`);

/** Nobody reports about a region that is not the source's own. */
export const outside = (what: string, { source }: RegisteredFeed): Refusal => ({
  code: 'access.outside-jurisdiction',
  reason: `${what}, ${source.feed} reports about ${source.region}`,
  remedy: 'Report about the own region.',
});

/** Why a report was not recorded, for the quarantine. */
export function refusedReport(outcome: Exclude<Outcome, { kind: 'recorded' }>): Unfit {
  const detail =
    outcome.kind === 'refused'
      ? `${outcome.refusal.code}: ${outcome.refusal.reason}`
      : 'the event was reported before as something else';
  return { code: 'refused', detail: detail.slice(0, 300) };
}
