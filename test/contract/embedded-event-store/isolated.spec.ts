import { startEmbeddedEventStore } from '@jejak/embedded-event-store';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildNode } from './child-node';
import { rejection } from '../event-store/server/support';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-isolated-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

// What a failed commit does is shown where one can be injected: beside the writer and the node.
describe('a data directory', () => {
  it('belongs to one process, which the second one names, and to the next at once when it is killed', async () => {
    const holder = await startChildNode(directory);
    const error = await rejection(startEmbeddedEventStore({ directory }));
    expect(error).toMatchObject({ code: 'directory-locked' });
    expect(error.message).toContain(directory);
    expect(error.message).toContain(`process ${holder.pid} on ${hostname()}`);
    await holder.kill();
    await (await startEmbeddedEventStore({ directory })).stop();
  });

  it('is left by a node that finds another process in possession of it', async () => {
    const node = await startEmbeddedEventStore({ directory });
    const other = { token: 'other', pid: 4_711, startedAt: '1', host: 'elsewhere' };
    await writeFile(join(directory, 'node.lock'), JSON.stringify(other));
    const reason = await node.failed;
    expect(reason).toMatchObject({ code: 'directory-locked' });
    expect(reason.message).toContain('process 4711 on elsewhere');
    expect(await readFile(join(directory, 'node.lock'), 'utf8')).toBe(JSON.stringify(other));
    await node.stop();
  });

  it('belongs to one node of a process too', async () => {
    const node = await startEmbeddedEventStore({ directory });
    const error = await rejection(startEmbeddedEventStore({ directory }));
    expect(error.message).toContain(`process ${process.pid} on ${hostname()}`);
    await node.stop();
  });
});
