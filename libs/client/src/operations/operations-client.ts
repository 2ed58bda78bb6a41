import { RequestRefused, problemIn, requestsTo } from '../request';
import { type ParkedName, parkedPath, projectionPath } from './parked-address';
import type {
  BuildReply,
  GenerationReply,
  ParkedReply,
  RetryReply,
  StoredEventReply,
  ViewReply,
} from './replies';
import { skipCommand } from './skip-command';

export interface OperationsClientOptions {
  /** Address of the projector, or of the service when everything is in one process. */
  readonly url: string;
  /** Address of the command API. Default: `url`. */
  readonly commandUrl?: string;
  /** A fresh bearer token of a maintainer; asked before every request, so cache it. */
  readonly token: () => Promise<string>;
}

/** `rebuild` fills a new generation, `rollback` lets the one that was live before catch up. */
export interface BuildRequest {
  readonly purpose: 'rebuild' | 'rollback';
  /** Most events a second. */
  readonly throttle?: number;
}

export interface ParkedPage {
  readonly items: readonly ParkedReply[];
  readonly next: string | null;
}

export interface SkipReply {
  /** True when the decision had been recorded already; nothing was added. */
  readonly repeated: boolean;
  /** Position of the decision; null when it was recorded with another reason. */
  readonly position: string | null;
}

/**
 * Operates the projection over HTTP. Everything throws `RequestRefused` on a problem reply and
 * `ServiceUnreachable` when nobody answers. What changes something is sent once: after an outage the
 * caller looks before asking again.
 */
export interface OperationsClient {
  views(): Promise<readonly ViewReply[]>;
  /** Null when nothing is built beside the live generation. Asked once, without patience. */
  build(view: string): Promise<BuildReply | null>;
  startBuild(view: string, request: BuildRequest): Promise<BuildReply>;
  switchOver(view: string): Promise<GenerationReply>;
  cancel(view: string): Promise<void>;
  /** One page; `next` is the address of the following one. */
  parked(from: { readonly view?: string; readonly limit: number } | string): Promise<ParkedPage>;
  /** Null when nothing is parked there. */
  parkedEntry(name: ParkedName): Promise<ParkedReply | null>;
  /** The parked event as it is stored; null when nothing is parked there, or it is not stored any more. */
  storedEvent(name: ParkedName): Promise<StoredEventReply | null>;
  retry(name: ParkedName): Promise<RetryReply>;
  /** Records that the view goes on without the event. Safe to repeat. */
  skip(parked: ParkedReply, reason: string): Promise<SkipReply>;
}

/** Refusals that say the same decision stands already: by another reason, or by somebody else. */
const skippedBefore: readonly string[] = ['idempotency.key-reused', 'projection.already-skipped'];

/** Refusals that say that there is no such event. */
const noEvent: readonly string[] = ['projection.not-parked', 'resource.not-found'];

/** Milliseconds after which one request is given up. */
const patience = 30_000;

/** Tries of a request that changes nothing, or that is safe to repeat. */
const tries = 4;

interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createOperationsClient(options: OperationsClientOptions): OperationsClient {
  const { url, commandUrl = url, token } = options;
  const once = requestsTo(url, 1);
  const patiently = requestsTo(url, tries);
  const commands = requestsTo(commandUrl, tries);

  async function ask(request: typeof once, path: string, asked: Ask = {}): Promise<Response> {
    const { method = 'GET', body, headers = {} } = asked;
    const response = await request(path, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new RequestRefused(await problemIn(response));
    return response;
  }
  const json = async <Reply>(...asked: Parameters<typeof ask>): Promise<Reply> =>
    (await (await ask(...asked)).json()) as Reply;
  const buildPath = (view: string): string => `${projectionPath(view)}/build`;

  return {
    views: async () =>
      (await json<{ readonly items: readonly ViewReply[] }>(patiently, '/v1/projections')).items,
    build: (view) => unless(['projection.no-build'], json<BuildReply>(once, buildPath(view))),
    startBuild: (view, body) => json(once, buildPath(view), { method: 'POST', body }),
    switchOver: async (view) => {
      const path = `${buildPath(view)}/switch`;
      type Switched = { readonly generation: GenerationReply };
      return (await json<Switched>(once, path, { method: 'POST' })).generation;
    },
    cancel: async (view) => {
      await ask(once, buildPath(view), { method: 'DELETE' });
    },
    parked: (from) => json(patiently, typeof from === 'string' ? from : firstPage(from)),
    parkedEntry: (name) =>
      unless(['projection.not-parked'], json<ParkedReply>(patiently, parkedPath(name))),
    storedEvent: (name) =>
      unless(noEvent, json<StoredEventReply>(patiently, `${parkedPath(name)}/stored`)),
    retry: (name) => json(once, `${parkedPath(name)}/retry`, { method: 'POST' }),
    skip: async (parked, reason) => {
      const { path, key, body } = skipCommand(parked, reason);
      const headers = { 'idempotency-key': key };
      try {
        const response = await ask(commands, path, { method: 'POST', body, headers });
        const { position } = (await response.json()) as { readonly position: string };
        return { repeated: response.headers.get('idempotency-replayed') === 'true', position };
      } catch (error) {
        if (isRefusal(error, skippedBefore)) return { repeated: true, position: null };
        throw error;
      }
    },
  };
}

function firstPage({ view, limit }: { readonly view?: string; readonly limit: number }): string {
  const query = new URLSearchParams({ ...(view === undefined ? {} : { view }) });
  query.append('limit', String(limit));
  return `/v1/projections/parked?${query.toString()}`;
}

/** Null where the answer is a refusal of one of these codes. */
async function unless<Reply>(
  codes: readonly string[],
  reply: Promise<Reply>,
): Promise<Reply | null> {
  try {
    return await reply;
  } catch (error) {
    if (isRefusal(error, codes)) return null;
    throw error;
  }
}

const isRefusal = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof RequestRefused && codes.includes(error.problem.code);
