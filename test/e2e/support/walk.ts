import { runImport } from '@jejak/client';
import { randomUUID } from 'node:crypto';

import { readToImport } from '../../../apps/cli/src/import-source';
import { senderFor } from './facts';
import {
  type Answer,
  get,
  type Identity,
  postText,
  type ProblemBody,
  type RecordedBody,
  type SendCommand,
  tokenOf,
} from './http';
import { expectProblem } from './problem';
import { type Service, startService } from './service';
import { eventsOf, type RawEvent } from './streams';

/** Commands to one thing, all of which go to one stream. */
export interface Path {
  /** Takes a step; it must be recorded. */
  done<Body = RecordedBody>(as: SendCommand, step: string, body: object): Promise<Body>;
  /** Tries a step that must be refused under this code; nothing may be appended to the stream. */
  refused(
    as: SendCommand,
    step: string,
    body: object,
    code: string,
    status?: number,
  ): Promise<ProblemBody>;
  /** Types of the events of the stream, from its first on. */
  types(): Promise<string[]>;
  /** What the audit trail says of the stream, from its first event on. */
  trail(): Promise<{ readonly type: string; readonly summary: string; readonly actor: string }[]>;
}

/** A scenario walked step by step over HTTP, every reading of which contains every step before. */
export interface Walk {
  readonly service: Service;
  as(role: Identity['as'], subject: string, regions?: readonly string[]): SendCommand;
  path(url: string, stream: string): Path;
  /** Asks once the views contain whatever was recorded on this walk, or up to a position. */
  answer<Body = Record<string, unknown>>(url: string, after?: string): Promise<Answer<Body>>;
  /** The body of an answer, which must be 200. */
  read<Body = Record<string, unknown>>(url: string): Promise<Body>;
  /** The items of a list. */
  items<Item = Record<string, unknown>>(url: string): Promise<readonly Item[]>;
}

interface TrailRow {
  readonly type: string;
  readonly summary: string;
  readonly actor: { readonly id: string };
}

/** A service with the policies that come with Jejak and these regions, and nothing else. */
export async function startWalk(regions: Readonly<Record<string, string>>): Promise<Walk> {
  const service = await startService();
  const { phases } = await readToImport('policies');
  const { refused, position } = await runImport({ phases, send: senderFor(service) });
  expect(refused).toEqual([]);
  const walk = walkOn(service, position);
  const clerk = walk.as('operator', 'registrar');
  for (const [code, name] of Object.entries(regions)) {
    const level = code.length === 2 ? 'province' : code[3] === '7' ? 'city' : 'regency';
    const parent = level === 'province' ? {} : { parent: code.slice(0, 2) };
    await walk
      .path(`/v1/regions/${code}`, `region-${code}`)
      .done(clerk, 'register', { name, level, ...parent });
  }
  return walk;
}

function walkOn(service: Service, start: string | null): Walk {
  let position = start;
  const tokens = new Map<string, Promise<string>>();
  /** One token for each bearer: a walk ends long before the fifteen minutes of a token. */
  const senderAs = (identity: Identity): SendCommand => {
    const known = JSON.stringify(identity);
    const token = tokens.get(known) ?? tokenOf(service, identity);
    tokens.set(known, token);
    return async <Body = RecordedBody>(path: string, body: object, key: string = randomUUID()) =>
      postText<Body>(service, path, JSON.stringify(body), {
        authorization: `Bearer ${await token}`,
        'idempotency-key': key,
      });
  };
  /** Revision of the last event of a stream; null where there is none. */
  const headOf = async (stream: string): Promise<string | null> => {
    const url = `/v1/audit/streams/${stream}?direction=backwards&limit=1`;
    const { status, body } = await get<{ items: readonly RawEvent[] }>(service, url);
    return status === 404 ? null : (body.items[0]?.revision ?? null);
  };
  const answer = <Body>(url: string, after = position): Promise<Answer<Body>> =>
    get<Body>(service, url, after === null ? {} : { 'jejak-after': after });
  const read = async <Body>(url: string): Promise<Body> => {
    const { status, body } = await answer<Body>(url);
    expect([url, status]).toEqual([url, 200]);
    return body;
  };
  const items = async <Item>(url: string): Promise<readonly Item[]> =>
    (await read<{ readonly items: readonly Item[] }>(url)).items;
  const path = (url: string, stream: string): Path => ({
    async done<Body = RecordedBody>(as: SendCommand, step: string, body: object) {
      const { status, text, body: reply } = await as(`${url}/${step}`, body);
      if (status !== 201) throw new Error(`${url}/${step} was answered with ${status}: ${text}`);
      ({ position } = reply);
      return reply as Body;
    },
    async refused(as, step, body, code, status = 409) {
      const before = await headOf(stream);
      const reply = await as<ProblemBody & { type: string }>(`${url}/${step}`, body);
      const problem = expectProblem(reply, `${url}/${step}`);
      expect([problem.code, reply.status, reply.body.type]).toEqual([
        code,
        status,
        `/problems/${code}`,
      ]);
      expect([stream, await headOf(stream)]).toEqual([stream, before]);
      return problem;
    },
    types: async () => (await eventsOf(service, stream)).map(({ type }) => type),
    trail: async () =>
      (await items<TrailRow>(`/v1/audit/trail?stream=${stream}&order=asc&limit=500`)).map(
        ({ type, summary, actor }) => ({ type, summary, actor: actor.id }),
      ),
  });
  return {
    service,
    as: (as, subject, regions = ['*']) => senderAs({ as, subject, regions }),
    path,
    answer,
    read,
    items,
  };
}
