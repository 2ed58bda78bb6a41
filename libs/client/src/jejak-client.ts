import { setTimeout as sleep } from 'node:timers/promises';

import type { ClientCommand, ClientProblem, SendAs, SendResult } from './client-command';

export interface JejakClientOptions {
  /** Address of the service, such as `http://127.0.0.1:3636`. */
  readonly url: string;
  /** A fresh bearer token for an identity; asked before every command, so cache it. */
  readonly tokenFor?: (as: SendAs) => Promise<string>;
  /** How often a command whose outcome is unknown is repeated under its own key. Default 5. */
  readonly tries?: number;
}

/** Sends commands and reads views over the public HTTP API; knows nothing of the stores. */
export interface JejakClient {
  /**
   * Sends a command and repeats it under the same key while the service is unreachable or answers
   * 503, so that it is recorded once. Throws `ServiceUnreachable` when no try got an answer.
   */
  send(command: ClientCommand): Promise<SendResult>;
  /** Reads a public resource as JSON. Throws `RequestRefused` on a problem reply. */
  get<Reply>(
    path: string,
    query?: Readonly<Record<string, string | undefined>>,
    after?: string,
  ): Promise<Reply>;
}

/** No answer came; whether a command was recorded is unknown, and repeating it is safe. */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';
  constructor(
    readonly url: string,
    override readonly cause: unknown,
  ) {
    super(`No answer from ${url}`);
  }
}

export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(readonly problem: ClientProblem) {
    super(problem.detail ?? problem.title);
  }
}

interface RecordedBody {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
}

const longestPause = 2_000;

export function createJejakClient(options: JejakClientOptions): JejakClient {
  const { tokenFor, tries = 5 } = options;
  const url = options.url.replace(/\/+$/, '');

  async function request(path: string, init: RequestInit): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await fetch(url + path, init).catch((cause: unknown) => ({ cause }));
      if (!('cause' in outcome)) {
        if (outcome.status !== 503 || attempt >= tries) return outcome;
        await outcome.body?.cancel();
      } else if (attempt >= tries) {
        throw new ServiceUnreachable(url, outcome.cause);
      }
      await sleep(Math.min(longestPause, 100 * 2 ** attempt) * (0.5 + Math.random() / 2));
    }
  }

  return {
    async send({ path, key, as, body }) {
      if (tokenFor === undefined) throw new Error('This client was created without tokens');
      const response = await request(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenFor(as)}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
      });
      if (!response.ok) return { kind: 'refused', problem: await problemIn(response) };
      const { stream, revision, position } = (await response.json()) as RecordedBody;
      const repeated = response.headers.get('idempotency-replayed') === 'true';
      return { kind: 'recorded', repeated, stream, revision, position };
    },

    async get<Reply>(
      path: string,
      query: Readonly<Record<string, string | undefined>> = {},
      after?: string,
    ) {
      const given = Object.entries(query).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
      const headers: Record<string, string> = after === undefined ? {} : { 'jejak-after': after };
      const response = await request(path + search, { headers });
      if (!response.ok) throw new RequestRefused(await problemIn(response));
      return (await response.json()) as Reply;
    },
  };
}

async function problemIn(response: Response): Promise<ClientProblem> {
  const text = await response.text();
  const answered = { status: response.status, code: 'unknown', title: response.statusText };
  try {
    return { ...answered, ...(JSON.parse(text) as Partial<ClientProblem>) };
  } catch {
    return { ...answered, detail: `The answer was not a problem document: ${text.slice(0, 200)}` };
  }
}
