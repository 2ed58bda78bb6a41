import { type JejakClient, RequestRefused } from '@jejak/client';
import { type ParkedEventSkipped, projectionStream } from '@jejak/domain';

import { type ParkedQuestion } from './parked';

/** A decision to leave an event out, as the log has it. */
export interface EarlierSkip {
  readonly decision: ParkedEventSkipped['data'];
  /** ISO 8601 UTC. */
  readonly recordedAt: string;
  /** Of the decision, not of the event. */
  readonly position: string;
}

interface Recorded {
  readonly type: string;
  readonly position: string;
  readonly metadata: { readonly recordedAt: string };
  readonly data: object;
}

interface Page {
  readonly items: readonly Recorded[];
  readonly next: string | null;
}

/**
 * The newest decision about what is named, read from the log and so from the moment on at which it
 * stands there; null where none was taken, and where the service shows no log.
 */
export async function findEarlierSkip(
  client: Pick<JejakClient, 'get'>,
  { view, key, kind }: ParkedQuestion,
): Promise<EarlierSkip | null> {
  const stream = `/v1/audit/streams/${encodeURIComponent(projectionStream(view))}`;
  for (let next: string | null = `${stream}?direction=backwards&limit=500`; next !== null;) {
    const page: Page | null = await pageAt(client, next);
    const decisions = (page?.items ?? []).filter(({ type }) => type === 'ParkedEventSkipped');
    for (const { data, metadata, position } of decisions) {
      const decision = data as ParkedEventSkipped['data'];
      if (decision.key === key && (kind === undefined || decision.kind === kind)) {
        return { decision, recordedAt: metadata.recordedAt, position };
      }
    }
    next = page?.next ?? null;
  }
  return null;
}

async function pageAt(client: Pick<JejakClient, 'get'>, address: string): Promise<Page | null> {
  try {
    return await client.get<Page>(address);
  } catch (error) {
    if (error instanceof RequestRefused && error.problem.status === 404) return null;
    throw error;
  }
}
