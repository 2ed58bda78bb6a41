import type { ClientCommand, SendAs, SendResult } from './client-command';
import { RequestRefused, problemIn, requestsTo } from './request';

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

interface RecordedBody {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
}

export function createJejakClient(options: JejakClientOptions): JejakClient {
  const { tokenFor, tries = 5 } = options;
  const request = requestsTo(options.url, tries);

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
