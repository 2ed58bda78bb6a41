import { type Role, openBuiltInIssuer } from '@jejak/access';
import { randomUUID } from 'node:crypto';

import { type Service } from './service';

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** The body to the byte, as text. */
  readonly text: string;
  readonly body: Body;
}

export interface RecordedBody {
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly commandId: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

export interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
  readonly field?: string;
  readonly correlationId: string;
  readonly errors?: readonly { readonly field: string; readonly nearest?: string }[];
}

export interface Identity {
  readonly as: Role;
  readonly regions?: readonly string[];
  readonly subject?: string;
  /** A person unless told. */
  readonly kind?: 'person' | 'system';
}

/** A fresh token of the built-in issuer on the service's data folder. */
export async function tokenOf(
  { data }: Pick<Service, 'data'>,
  { as, regions = ['*'], subject, kind = 'person' }: Identity,
): Promise<string> {
  const issuer = await openBuiltInIssuer({ directory: data });
  return issuer.issueToken({ as, regions, kind, ...(subject === undefined ? {} : { subject }) });
}

type Given = Readonly<Record<string, string>>;

async function ask<Body>(address: string, init: RequestInit): Promise<Answer<Body>> {
  const response = await fetch(address, init);
  const text = await response.text();
  const isJson = /\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson ? JSON.parse(text) : text) as Body;
  return { status: response.status, headers: response.headers, text, body };
}

export const get = <Body = unknown>(
  service: Pick<Service, 'url'>,
  path: string,
  headers: Given = {},
): Promise<Answer<Body>> => ask<Body>(service.url + path, { headers });

/** Posts a text as it stands, with `application/json` unless the headers say otherwise. */
export const postText = <Body = ProblemBody>(
  service: Pick<Service, 'url'>,
  path: string,
  text: string | Uint8Array<ArrayBuffer>,
  headers: Given = {},
): Promise<Answer<Body>> =>
  ask<Body>(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });

/** Sends commands as one person; each under a key of its own unless one is given. */
export type SendCommand = <Body = RecordedBody>(
  path: string,
  body: object,
  key?: string,
) => Promise<Answer<Body>>;

/** Tokens are fresh for every command, so that a long spec outlives them. */
export const commandsOf =
  (service: Pick<Service, 'url' | 'data'>, identity: Identity): SendCommand =>
  async <Body = RecordedBody>(path: string, body: object, key: string = randomUUID()) =>
    postText<Body>(service, path, JSON.stringify(body), {
      authorization: `Bearer ${await tokenOf(service, identity)}`,
      'idempotency-key': key,
    });
