import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { useOwnNodes } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

const own = useOwnNodes();
const socketPath = (): string => join(own.directory, 'views.sock');

describe('a node on a Unix socket', () => {
  it('is written to and read by the official driver, and gone when it stops', async () => {
    const unixSocket = socketPath();
    const node = await own.start({ unixSocket, port: null });
    expect(node.connectionString).toBe(
      `mongodb://${encodeURIComponent(unixSocket)}/?directConnection=true`,
    );
    expect(node).toMatchObject({ port: 0, socketConnectionString: node.connectionString });
    expect(((await stat(unixSocket)).mode & 0o777).toString(8)).toBe('600');
    const client = await own.connect(node.connectionString);
    await client.db('d').collection('c').insertOne({ n: 1 });
    expect(await client.db('d').collection('c').countDocuments()).toBe(1);
    await client.close();
    await node.stop();
    expect(existsSync(unixSocket)).toBe(false);
  });

  it('shows the same documents as its port', async () => {
    const node = await own.start({ unixSocket: socketPath() });
    const atPort = await own.connect(node.connectionString);
    await atPort.db('d').collection('c').insertOne({ n: 1 });
    const atSocket = await own.connect(node.socketConnectionString ?? '');
    expect(await atSocket.db('d').collection('c').countDocuments()).toBe(1);
  });

  it('does not touch a file that is no socket', async () => {
    await writeFile(socketPath(), 'precious');
    const started = own.start({ unixSocket: socketPath() });
    await expect(started).rejects.toMatchObject({ code: 'socket-unavailable' });
    expect((await stat(socketPath())).size).toBe(8);
  });
});

describe('other machines', () => {
  it('are refused unless it is said that they may do everything', async () => {
    const directory = join(own.directory, 'data');
    const refused = startEmbeddedReadStore({ directory, host: '0.0.0.0' });
    await expect(refused).rejects.toMatchObject({ code: 'remote-refused' });
    expect(existsSync(directory)).toBe(false);
    const node = await own.start({ host: '0.0.0.0', remote: 'unprotected' });
    expect(node.connectionString).toContain('mongodb://127.0.0.1:');
  });
});
