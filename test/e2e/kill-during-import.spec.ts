import { type ClientCommand, type ImportPhase, type SendResult, runImport } from '@jejak/client';
import { type AuditTrailRow } from '@jejak/views';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { commandsIn, rankingOf, senderFor } from './support/facts';
import { get } from './support/http';
import { largeImport } from './support/large-import';
import { type Service, cleanUp, newDataFolder, startService } from './support/service';
import { allPages } from './support/streams';

/** More rounds, and other moments, for a longer look: `JEJAK_KILL_ROUNDS=50 JEJAK_KILL_SEED=7`. */
const rounds = Number(process.env['JEJAK_KILL_ROUNDS'] ?? 1);
const firstSeed = Number(process.env['JEJAK_KILL_SEED'] ?? 1);

let phases: readonly ImportPhase[];
let commandCount: number;

beforeAll(async () => {
  phases = await largeImport();
  commandCount = commandsIn(phases);
});

interface Acknowledged {
  readonly command: ClientCommand;
  readonly result: SendResult & { readonly kind: 'recorded' };
}

afterAll(cleanUp);

describe.each(Array.from({ length: rounds }, (_, round) => firstSeed + round))(
  'a service killed in the middle of an import (seed %i)',
  (seed) => {
    let service: Service;
    let acknowledged: readonly Acknowledged[];
    let position: string;

    beforeAll(async () => {
      const random = randomFrom(seed);
      const victim = await startService();
      acknowledged = await importUntilKilled(victim, {
        afterAcknowledgements: Math.floor(random() * (commandCount - 20)),
        milliseconds: random() * 4,
      });
      service = await startService(victim.data);
    });
    afterAll(() => service.stop());

    it('has every command it acknowledged, exactly once, at the position it said', async () => {
      const send = senderFor(service);
      const again = await Promise.all(acknowledged.map(({ command }) => send(command)));
      expect(again).toEqual(acknowledged.map(({ result }) => ({ ...result, repeated: true })));
      expect(acknowledged.length).toBeLessThan(commandCount);
    });

    it('takes the rest of the same import and has one event for each of its commands', async () => {
      const summary = await runImport({ phases, send: senderFor(service) });
      expect(summary.refused).toEqual([]);
      expect(summary.alreadyRecorded).toBeGreaterThanOrEqual(acknowledged.length);
      expect(summary.recorded + summary.alreadyRecorded).toBe(commandCount);
      position = summary.position!;
      const trail = await trailOf(service, position);
      // A signature that was claimed and not given before the kill is claimed once more.
      const rows = trail.filter(({ type }) => type !== 'SignatureClaimed');
      expect(rows).toHaveLength(commandCount);
      expect(new Set(rows.map(({ commandId }) => commandId)).size).toBe(commandCount);
      expect(new Set(rows.map(({ stream, revision }) => `${revision}@${stream}`)).size).toBe(
        commandCount,
      );
    });

    it('has the views that a rebuild from zero gives', async () => {
      const shown = await everythingShown(service, position);
      expect((await service.stop()).code).toBe(0);
      const copy = await newDataFolder();
      await cp(service.data, copy, { recursive: true });
      await rm(join(copy, 'views'), { recursive: true });
      const rebuilt = await startService(copy);
      expect(await everythingShown(rebuilt, position)).toEqual(shown);
      await rebuilt.stop();
    });
  },
);

/** Imports until the process was killed; resolves with what it had acknowledged by then. */
async function importUntilKilled(
  victim: Service,
  moment: { afterAcknowledgements: number; milliseconds: number },
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const send = senderFor(victim, 1);
  const recording = async (command: ClientCommand): Promise<SendResult> => {
    const result = await send(command);
    if (result.kind === 'recorded') acknowledged.push({ command, result });
    if (acknowledged.length === moment.afterAcknowledgements) {
      void sleep(moment.milliseconds).then(() => {
        victim.process.signal('SIGKILL');
      });
    }
    return result;
  };
  await expect(runImport({ phases, send: recording })).rejects.toThrow('No answer from');
  expect((await victim.process.exit).signal).toBe('SIGKILL');
  return acknowledged;
}

const trailOf = async (service: Service, position: string): Promise<AuditTrailRow[]> => {
  await get(service, '/v1/audit/trail?limit=1', { 'jejak-after': position });
  return allPages<AuditTrailRow>(service, '/v1/audit/trail?order=asc&limit=500');
};

/** Every view, as its readers see it, once it has reached a position. */
async function everythingShown(service: Service, position: string) {
  const after = { 'jejak-after': position };
  const questions: Readonly<Record<string, string>>[] = [
    { year: '2019' },
    { year: '2019', validAt: '2019-08-21' },
    { year: '2022' },
    { instrument: 'SPI', year: '2024' },
    { year: '2019', province: '32' },
    { year: '2019', province: '32', validAt: '2019-12-31' },
  ];
  return {
    rankings: await Promise.all(questions.map((one) => rankingOf(service, one, position))),
    lists: await everyList(service, after),
    trail: await trailOf(service, position),
  };
}

/** The rows of every list that the service says it has, as of one day where that is asked. */
async function everyList(service: Service, after: Readonly<Record<string, string>>) {
  const { body } = await get<OpenApi>(service, '/openapi.json');
  const paths = Object.entries(body.paths).filter(
    ([path, { get: query }]) =>
      !path.includes('{') && query?.parameters?.some(({ name }) => name === 'format'),
  );
  const asked = paths
    .filter(([, { get: query }]) => !query?.parameters?.some((one) => one.required === true))
    .map(([path, { get: query }]) => {
      const judged = query?.parameters?.some(({ name }) => name === 'on');
      return `${path}?format=ndjson${judged === true ? '&on=2026-01-01' : ''}`;
    });
  const rows = await Promise.all(
    asked.map(async (path) => [path, await get(service, path, after)] as const),
  );
  expect(rows.filter(([, { status }]) => status !== 200)).toEqual([]);
  expect(asked.length).toBeGreaterThan(10);
  return rows.map(([path, { text }]) => [path, text]);
}

interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { name: string; required?: boolean }[] } }
    >
  >;
}

/** Mulberry32: numbers in [0, 1) that a seed repeats. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
