import { chmod, lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { connect, createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';

/** What takes a connection that was accepted. */
export type Take = (socket: Socket) => void;

/** The places the node listens at, and the connections accepted there. */
export class Connections {
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly leaving: (() => Promise<void>)[] = [];

  /** Resolves with the port. Rejects with `code` `port-unavailable`. */
  async listenOnPort({ host, port }: { host: string; port: number }, take: Take): Promise<number> {
    try {
      // The name may mean ::1 first, which a machine may not have; clients try all it means.
      const server = await this.listen(
        { host: host === 'localhost' ? '127.0.0.1' : host, port },
        take,
      );
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      throw failure('port-unavailable', `port ${port} on ${host} ${reasonOf(error)}`);
    }
  }

  /**
   * The socket is born in a folder that only this user may enter and moved to its place when its
   * mode is set, so nobody else can open it at any moment; and what a killed node left there is
   * replaced in one step. Rejects with `code` `socket-unavailable`, among others when somebody
   * listens there or something else than a socket is there.
   */
  async listenOnSocket(path: string, take: Take): Promise<void> {
    await assertNobodyListens(path);
    const nursery = await mkdtemp(join(dirname(path), '.s')).catch((error: unknown) => {
      throw failure('socket-unavailable', `${path} ${reasonOf(error)}`);
    });
    try {
      const born = join(nursery, 's');
      await this.listen({ path: born }, take);
      await chmod(born, 0o600);
      const { ino } = await lstat(born);
      await rename(born, path);
      this.leaving.push(async () => {
        const there = await lstat(path).catch(() => undefined);
        if (there?.ino === ino) await rm(path, { force: true });
      });
    } catch (error) {
      throw failure('socket-unavailable', `${path} ${reasonOf(error)}`);
    } finally {
      await rm(nursery, { recursive: true, force: true });
    }
  }

  /** Those that are there stay. */
  acceptNoMore(): void {
    for (const server of this.servers.splice(0)) server.close();
  }

  /** Removes the file of the socket. */
  async leave(): Promise<void> {
    for (const leave of this.leaving.splice(0)) await leave();
  }

  /** Ends what is still connected. What was written before still reaches a client that reads. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private listen(options: ListenOptions, take: Take): Promise<Server> {
    const server = createServer({ noDelay: true }, (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      take(socket);
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(options, () => {
        server.off('error', reject);
        // One that could not be accepted, for want of file descriptors, is dialled again by its
        // client; those that are there go on.
        server.on('error', () => undefined);
        this.servers.push(server);
        resolve(server);
      });
    });
  }
}

async function assertNobodyListens(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isSocket()) {
    throw failure('socket-unavailable', `${path} is there already and is no socket`);
  }
  if (await isAnswered(path)) {
    throw failure('socket-unavailable', `${path} is listened on by another process`);
  }
}

/** A socket file without a process behind it refuses connections. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT');
    });
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is not a known address',
  EACCES: 'is not for this user to listen on',
  ENOENT: 'is in a folder that does not exist',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? `cannot be listened on: ${message}`;
}

const failure = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });
