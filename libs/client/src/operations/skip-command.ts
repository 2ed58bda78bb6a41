import { createHash } from 'node:crypto';

import type { ParkedReply } from './replies';

/** The command that leaves a parked event out of a view, as the command API takes it. */
export interface SkipCommand {
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, string>>;
}

/**
 * The idempotency key is made of what is left out of what, so that repeating it, also from another
 * machine and later, is the same command.
 */
export function skipCommand(parked: ParkedReply, reason: string): SkipCommand {
  const { view, kind, key, event } = parked;
  const { id, stream, revision, type, position } = event;
  const identity = createHash('sha256')
    .update(JSON.stringify([view, kind, key, id]))
    .digest('hex');
  return {
    path: `/v1/projection/${encodeURIComponent(view)}/skip-parked-event`,
    key: `skip-parked-event:${identity}`,
    body: { kind, key, eventId: id, stream, revision, type, position, reason },
  };
}
