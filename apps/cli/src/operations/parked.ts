import {
  type BuildReply,
  type OperationsClient,
  type ParkedKindReply,
  type ParkedReply,
  RequestRefused,
  type SkipReply,
  type StoredEventReply,
} from '@jejak/client';

import { type Clock } from './clock';

/** What a person names: without a kind, whatever is parked under the key. */
export interface ParkedQuestion {
  readonly view: string;
  readonly key: string;
  readonly kind?: ParkedKindReply;
}

export const parkedKinds = ['document', 'event', 'stream'] as const satisfies ParkedKindReply[];

/** Nothing is parked there, or more than one thing: nothing was changed. */
export class ParkedNotFound extends Error {
  override readonly name = 'ParkedNotFound';
}

type Finder = Pick<OperationsClient, 'parkedEntry'>;

/** @throws ParkedNotFound unless exactly one event is parked under the name */
export async function findParked(client: Finder, asked: ParkedQuestion): Promise<ParkedReply> {
  const found = await lookForParked(client, asked);
  if (found === null) throw notParked(asked);
  return found;
}

export function notParked({ view, key, kind }: ParkedQuestion): ParkedNotFound {
  const what = kind === undefined ? key : `the ${kind} ${key}`;
  return new ParkedNotFound(
    `No event is parked for ${what} of ${view}; it may have been released meanwhile.\n` +
      `  See what is: npx jejak parked list --view ${view}`,
  );
}

/**
 * Null when nothing is parked under the name.
 * @throws ParkedNotFound when several events are
 */
export async function lookForParked(
  client: Finder,
  { view, key, kind }: ParkedQuestion,
): Promise<ParkedReply | null> {
  const found: ParkedReply[] = [];
  for (const one of kind === undefined ? parkedKinds : [kind]) {
    const entry = await client.parkedEntry({ view, kind: one, key });
    if (entry !== null) found.push(entry);
  }
  const [first, second] = found;
  if (second === undefined) return first ?? null;
  const kinds = found.map((entry) => entry.kind).join(', ');
  throw new ParkedNotFound(
    `Several events are parked under ${key} in ${view}, of the kinds ${kinds}.\n` +
      '  Say which one with --kind.',
  );
}

/** The event as it is stored; null when that is not known now, which keeps nothing else from being shown. */
export async function storedIn(
  client: Pick<OperationsClient, 'storedEvent'>,
  parked: ParkedReply,
): Promise<StoredEventReply | null> {
  try {
    return await client.storedEvent(parked);
  } catch (error) {
    if (error instanceof RequestRefused && error.problem.status === 503) return null;
    throw error;
  }
}

export interface Skipped {
  readonly parked: ParkedReply;
  readonly decision: SkipReply;
  readonly outcome:
    | 'released'
    /** The event is out of the way; another one is parked at the same key now. */
    | 'next-parked'
    /** The view is built again without it and switched to by itself. */
    | 'rebuilding'
    /** Not acted upon yet. */
    | 'still-parked';
  /** What is parked at the key now; null when nothing is. */
  readonly now: ParkedReply | null;
  readonly build: BuildReply | null;
}

type Skipper = Pick<OperationsClient, 'parkedEntry' | 'skip' | 'build'>;

const interval = 500;
/** Milliseconds the projector is given to act upon a decision. */
const patience = 10_000;

/** Records that the view goes on without a parked event, and looks what becomes of it. */
export async function skipParked(
  client: Skipper,
  parked: ParkedReply,
  reason: string,
  clock: Clock,
): Promise<Skipped> {
  const decision = await client.skip(parked, reason);
  const { view, kind, key } = parked;
  const deadline = clock.now() + patience;
  for (;;) {
    const now = await client.parkedEntry({ view, kind, key });
    if (now === null) return { parked, decision, outcome: 'released', now, build: null };
    if (now.event.id !== parked.event.id) {
      return { parked, decision, outcome: 'next-parked', now, build: null };
    }
    const build = await client.build(view);
    if (build?.purpose === 'release') {
      return { parked, decision, outcome: 'rebuilding', now, build };
    }
    if (clock.now() >= deadline) {
      return { parked, decision, outcome: 'still-parked', now, build: null };
    }
    await clock.sleep(interval);
  }
}
