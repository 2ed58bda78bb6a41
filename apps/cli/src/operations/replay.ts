import { type JejakClient, RequestRefused } from '@jejak/client';

export interface RawEvent {
  readonly revision: string;
  readonly position: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: { readonly recordedAt: string; readonly actor: { readonly id: string } };
}

export interface StateReply {
  readonly stream: string;
  readonly revision: string | null;
  readonly recordedAt: string | null;
  readonly state: object | null;
  /** Names of what is kept from the public, in the state as in the events. */
  readonly withheld: readonly string[];
}

/** Up to which event; everything when neither is given. */
export interface ReplayUntil {
  readonly atRevision?: string | undefined;
  readonly asOf?: string | undefined;
}

export interface Replay {
  readonly state: StateReply;
  readonly events: readonly RawEvent[];
  /** What was said of the event that the service cannot read, where the replay ends; null: of none. */
  readonly unreadable: RequestRefused | null;
}

interface Page {
  readonly items: readonly RawEvent[];
  readonly next: string | null;
}

type Reader = Pick<JejakClient, 'get'>;

/**
 * The state of a stream and the events that make it, up to the first one that the service cannot
 * read. Throws `RequestRefused` when there is nothing to show before that one either.
 */
export async function replayStream(
  client: Reader,
  stream: string,
  until: ReplayUntil,
): Promise<Replay> {
  const path = `/v1/audit/streams/${encodeURIComponent(stream)}`;
  const { state, unreadable } = await stateBefore(client, path, until);
  const last = state.revision === null ? -1n : BigInt(state.revision);
  return { state, events: await eventsUpTo(client, path, last), unreadable };
}

async function stateBefore(
  client: Reader,
  path: string,
  { atRevision, asOf }: ReplayUntil,
): Promise<Pick<Replay, 'state' | 'unreadable'>> {
  const stateAt = (query: ReplayUntil) => client.get<StateReply>(`${path}/state`, { ...query });
  try {
    return { state: await stateAt({ atRevision, asOf }), unreadable: null };
  } catch (error) {
    const revision = error instanceof RequestRefused ? error.problem.event?.revision : undefined;
    if (!(error instanceof RequestRefused) || revision === undefined) throw error;
    if (BigInt(revision) === 0n) throw error;
    // What stands before it was read without a fault, and was recorded before any moment asked for.
    const before = (BigInt(revision) - 1n).toString();
    const state = await stateAt({ atRevision: before }).catch(() => null);
    if (state === null) throw error;
    return { state, unreadable: error };
  }
}

async function eventsUpTo(client: Reader, path: string, last: bigint): Promise<RawEvent[]> {
  const events: RawEvent[] = [];
  const isComplete = (): boolean => {
    const newest = events.at(-1);
    return newest !== undefined && BigInt(newest.revision) >= last;
  };
  let next: string | null = last < 0n ? null : `${path}?limit=500`;
  while (next !== null && !isComplete()) {
    const page: Page = await client.get<Page>(next);
    events.push(...page.items);
    next = page.next;
  }
  return events.filter(({ revision }) => BigInt(revision) <= last);
}
