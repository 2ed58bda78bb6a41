import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type ParkedReply, type StoredEventReply, type ViewReply } from '@jejak/client';
import { setTimeout as sleep } from 'node:timers/promises';

import { readExposition } from '../../libs/telemetry/src/testing/exposition';
import { startWithFacts } from './support/facts';
import { get, tokenOf } from './support/http';
import { runJejak } from './support/jejak-process';
import { type Service, cleanUp } from './support/service';
import { type RawEvent, eventsOf } from './support/streams';

const stream = 'scorecard-36.73-mcp-2019';

let service: Service;
let position: string;

const jejak = async (...args: string[]) => {
  const JEJAK_TOKEN = await tokenOf(service, { as: 'maintainer' });
  return runJejak([...args, '--url', service.url], { JEJAK_TOKEN });
};

/** Writes into the service's own event store, past everything that guards it. */
function foreignWriter() {
  const port = /127\.0\.0\.1:(\d+)$/.exec(String(service.started['eventStore']))?.[1];
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${port!}?tls=false`);
  return {
    async write(type: string, data: object, metadata: object): Promise<string> {
      const event = jsonEvent({ type, data: { ...data }, metadata: { ...metadata } });
      const appended = await client.appendToStream(stream, event);
      return `${appended.position!.commit}/${appended.position!.prepare}`;
    },
    end: () => client.dispose(),
  };
}

beforeAll(async () => {
  ({ service } = await startWithFacts());
  const known: RawEvent = (await eventsOf(service, stream)).at(-1)!;
  const foreign = foreignWriter();
  await foreign.write('MoonLanded', { on: 'the moon' }, { schemaVersion: 7 });
  await foreign.write(known.type, known.data, known.metadata);
  position = await foreign.write(known.type, known.data, known.metadata);
  await foreign.end();
  await get(service, '/v1/audit/trail?limit=1', { 'jejak-after': position });
  const list = async () => (await jejak('parked', 'list', '--view', 'ranking', '--json')).stdout;
  while (!(await list()).includes('"waiting":2')) await sleep(100);
});
afterAll(cleanUp);

interface Shown extends ParkedReply {
  readonly stored: StoredEventReply;
}

describe('an event that nobody can read', () => {
  it('is listed with what waits behind it in its stream', async () => {
    const { code, stdout } = await jejak('parked', 'list', '--view', 'ranking');
    expect(code).toBe(0);
    expect(stdout).toMatch(/ranking +stream +scorecard-36\.73-mcp-2019 +MoonLanded .+ 6 +1 +2 +20/);
  });

  it('is shown as it is stored, with advice that works', async () => {
    const { code, stdout } = await jejak('parked', 'show', 'ranking', stream);
    expect(code).toBe(0);
    expect(stdout).toContain('cannot read it: unknown type');
    expect(stdout).toContain('MoonLanded, version 7, application/json');
    expect(stdout).toContain('"on": "the moon"');
    expect(stdout).toContain('waiting    2 events of scorecard-36.73-mcp-2019 behind it');
    expect(stdout).not.toContain('parked retry');
    const advised = /npx jejak (replay .+) --url/.exec(stdout)![1]!.split(' ');
    expect(await jejak(...advised)).toMatchObject({ code: 0, stderr: '' });
    const shown = JSON.parse((await jejak('parked', 'show', 'ranking', stream, '--json')).stdout);
    expect(shown as Shown).toMatchObject({ waiting: 2, stored: { schemaVersion: 7 } });
  });

  it('ends a replay, which shows what stands before it, names it and exits 1', async () => {
    const { code, stdout, stderr } = await jejak('replay', stream);
    expect(code).toBe(1);
    expect(stdout).toContain('Published scores: 29 → 29 → 44 → 63');
    expect(stdout).toContain('State at revision 5');
    expect(stderr).toContain('[store.unreadable-event]');
    expect(stderr).toContain(`Event 6 of ${stream} cannot be read: unknown type.`);
    const json = await jejak('replay', stream, '--json');
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
      1,
      { revision: '5', unreadable: { stream, revision: '6', reason: 'unknown type' } },
    ]);
  });

  it('is named below the ranking and the trail that it is missing from', async () => {
    const ranking = await jejak('ranking', '--year', '2019', '--valid-at', '2019-08-21');
    expect([ranking.code, ranking.stderr]).toEqual([0, '']);
    expect(ranking.stdout).toMatch(/Incomplete: .+\n +MoonLanded, revision 6 of scorecard-36/);
    expect(ranking.stdout).toContain('npx jejak parked list');
    expect((await jejak('trail')).stderr).toContain('Incomplete: 1 recorded event');
  });

  it('counts once, also where a rebuild has stopped at it', async () => {
    const rebuilt = await jejak('rebuild', 'ranking', '--yes');
    expect([rebuilt.code, rebuilt.stdout]).toEqual([1, expect.stringContaining('has failed')]);
    const { stdout } = await jejak('rebuild', '--json');
    const { items } = JSON.parse(stdout) as { readonly items: readonly ViewReply[] };
    expect(items.find(({ view }) => view === 'ranking')).toMatchObject({ parked: 1 });
    const list = await jejak('parked', 'list', '--view', 'ranking', '--json');
    expect(JSON.parse(list.stdout)).toMatchObject({
      items: [
        { holdsUp: 'live', build: 1 },
        { holdsUp: 'build', build: 2, waiting: null },
      ],
    });
    const families = readExposition((await get<string>(service, '/metrics')).text);
    const keys = families.get('jejak_view_parked_keys')!.samples;
    expect(keys.filter(({ labels }) => labels['view'] === 'ranking')).toMatchObject([{ value: 1 }]);
  });
});
