import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import awarded from '../../../apps/cli/data/feeds/procurement-awarded.json';
import licence from '../../../apps/cli/data/feeds/licence-issued.json';
import { postText, type ProblemBody, tokenOf } from '../support/http';
import type { Walk } from '../support/walk';

const root = join(__dirname, '../../..');
const structured = 'application/cloudevents+json';

interface Taken {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly position: string;
}
interface Fact {
  readonly id: string;
  readonly state: string;
  readonly unfit: { readonly code: string } | null;
}

/** The commands to paste, as the README of the examples has them. */
async function commandsToPaste(): Promise<string> {
  const readme = await readFile(join(root, 'apps/cli/data/feeds/README.md'), 'utf8');
  const [, commands] = /```sh\n([\s\S]+?)```/.exec(readme) ?? [];
  return commands ?? '';
}

/**
 * Pastes them into a shell of the repository: against the service under test instead of the demo, and
 * with the built command line where `npx jejak` would look for it.
 */
async function pasted(commands: string, { url, data }: Walk['service']): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jejak-paste-'));
  const npx = join(folder, 'npx');
  const main = join(root, 'dist/apps/cli/src/main.js');
  await writeFile(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(npx, 0o755);
  try {
    const script = commands.replaceAll('http://127.0.0.1:3636', url);
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: root,
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, JEJAK_DATA: data },
    });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Systems that report facts themselves: by the README, in every form, and when they do not fit. */
export function walkOfFeeds(walkNow: () => Walk): void {
  let walk: Walk;
  const feed = (name: string) => walk.path(`/v1/feeds/${name}`, `feed-${name}`);
  const send = async <Body = Taken>(
    name: string,
    content: unknown,
    headers: Readonly<Record<string, string>>,
  ) => {
    const subject = name === licence.feed ? licence.source.subject : awarded.source.subject;
    const authorization = `Bearer ${await tokenOf(walk.service, { as: 'operator', subject })}`;
    const text = JSON.stringify(content);
    return postText<Body>(walk.service, `/v1/feeds/${name}/events`, text, {
      authorization,
      ...headers,
    });
  };
  const report = <Body = Taken>(event: object) =>
    send<Body>(licence.feed, event, { 'content-type': structured });
  const listed = async (what: 'facts' | 'quarantine', after: string) => {
    const url = `/v1/feeds/licensing/${what}`;
    const answer = await walk.answer<{ items: Fact[] }>(url, after);
    return answer.body.items.map(({ id, state, unfit }) => [id, state, unfit?.code ?? null]);
  };
  const unfit = {
    ...licence.event,
    id: '503-18-2024',
    data: { ...licence.event.data, number: '503/18/2024', processingDays: 'six' },
  };

  describe('a system that reports its facts', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('is registered and heard by the commands of the README as they stand there', async () => {
      const [source, definition, taken] = await pasted(await commandsToPaste(), walk.service);
      expect([source, definition, taken]).toMatchObject([
        { events: [{ type: 'FeedSourceRegistered' }] },
        { events: [{ type: 'FeedTypeDefined' }] },
        { id: licence.event.id, outcome: 'accepted' },
      ]);
      const again = await report(licence.event);
      expect([again.status, again.body]).toEqual([201, taken]);
      const { position } = again.body;
      expect(await listed('facts', position)).toEqual([[licence.event.id, 'accepted', null]]);
      expect(await feed('licensing').types()).toEqual(['FeedSourceRegistered', 'FeedTypeDefined']);
    });

    it('is refused what was sent before with other content, and what it is not registered for', async () => {
      const changed = { ...licence.event, data: { ...licence.event.data, processingDays: 5 } };
      const { status, body } = await report<ProblemBody>(changed);
      expect([status, body.code]).toEqual([409, 'feed.already-received']);
      const foreign = await report<ProblemBody>({ ...unfit, source: '/36.74/another' });
      expect([foreign.status, foreign.body.field]).toEqual([400, 'source']);
      const definition = { ...licence.definition };
      const clerk = walk.as('operator', 'clerk', ['36.74']);
      const nothing = 'feed.nothing-changes';
      await feed('licensing').refused(clerk, 'define-type', definition, nothing);
      await feed('licensing').refused(clerk, 'register', licence.source, 'feed.already-registered');
    });

    it('may send an event in headers, or several at once', async () => {
      const clerk = walk.as('operator', 'clerk');
      const { feed: name, source, definition, event } = awarded;
      await feed(name).done(clerk, 'register', source);
      await feed(name).done(clerk, 'define-type', definition);
      const { data, datacontenttype, ...attributes } = event;
      const headers = Object.entries(attributes).map(([key, value]) => [`ce-${key}`, value]);
      const binary = { 'content-type': datacontenttype, ...Object.fromEntries(headers) } as Record<
        string,
        string
      >;
      const one = await send(name, data, binary);
      expect([one.status, one.body.outcome]).toEqual([201, 'accepted']);
      interface Batch {
        readonly items: readonly { id: string; status: number; outcome?: string }[];
      }
      const events = [event, { ...event, id: 'walk-2' }, { ...event, id: 'walk-3', data: {} }];
      const batch = { 'content-type': 'application/cloudevents-batch+json' };
      const { status, body } = await send<Batch>(name, events, batch);
      expect(status).toBe(200);
      expect(body.items.map(({ id, status: each, outcome }) => [id, each, outcome])).toEqual([
        [event.id, 201, 'accepted'],
        ['walk-2', 201, 'accepted'],
        ['walk-3', 202, 'quarantined'],
      ]);
    });

    it('whose event does not fit finds it in quarantine, and taken in once the definition is mended', async () => {
      const held = await report(unfit);
      expect([held.status, held.body.outcome]).toEqual([202, 'quarantined']);
      expect(await listed('quarantine', held.body.position)).toEqual([
        [unfit.id, 'quarantined', 'schema'],
      ]);
      const clerk = walk.as('operator', 'clerk', ['36.74']);
      const replay = `quarantine/${unfit.id}/replay`;
      await feed('licensing').refused(clerk, replay, {}, 'feed.still-unfit');
      const { schema, mapping } = licence.definition;
      await feed('licensing').done(clerk, 'define-type', {
        ...licence.definition,
        schema: { ...schema, properties: { ...schema.properties, processingDays: {} } },
        mapping: {
          ...mapping,
          fields: mapping.fields.map((one) => ({ ...one, as: one.name === 'on' ? 'day' : 'text' })),
        },
        reason: 'The number may come in words',
      });
      const { position } = await feed('licensing').done(clerk, replay, {});
      await feed('licensing').refused(clerk, replay, {}, 'feed.not-quarantined');
      expect(await listed('quarantine', position)).toEqual([]);
      expect(await listed('facts', position)).toEqual([
        [licence.event.id, 'accepted', null],
        // What it had been held for stays readable.
        [unfit.id, 'accepted', 'schema'],
      ]);
    });
  });
}
