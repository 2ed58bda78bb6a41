import { setTimeout as sleep } from 'node:timers/promises';

import type { ClientProblem } from './client-command';

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

const longestPause = 2_000;

export type Request = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Requests to one address, each tried so often while nobody answers or the answer is 503. The last
 * 503 is handed over; `ServiceUnreachable` is thrown when no try got an answer.
 */
export function requestsTo(address: string, tries: number): Request {
  const url = withoutSlash(address);
  return async (path, init) => {
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
  };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** What a refused request was answered with, also where that is no problem document. */
export async function problemIn(response: Response): Promise<ClientProblem> {
  const text = await response.text();
  const answered = {
    status: response.status,
    code: 'unknown',
    title: response.statusText,
    ...retryAfterOf(response),
  };
  try {
    return { ...answered, ...(JSON.parse(text) as Partial<ClientProblem>) };
  } catch {
    return { ...answered, detail: `The answer was not a problem document: ${text.slice(0, 200)}` };
  }
}

/** Retry-After in seconds; the form of a date is none that the service sends. */
function retryAfterOf({ headers }: Response): { readonly retryAfterSeconds?: number } {
  const said = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(said) ? { retryAfterSeconds: Number(said) } : {};
}
