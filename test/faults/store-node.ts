import type { Child } from './processes/child';
import type { Nursery, Role } from './processes/nursery';

/** A store that can end, gently or not, and comes back with what it acknowledged. */
export interface StoreNode {
  /** Where it listens, or listened last. */
  readonly port: () => number;
  /** Ends it and starts it again on its directory; resolves when it listens. */
  restart(how: 'stop' | 'kill'): Promise<void>;
  /** Resolves when it listens: whenever it ends by itself it is started again. */
  isUp(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
}

export async function startStoreNode(
  nursery: Nursery,
  role: Exclude<Role, 'projector'>,
  directory: string,
): Promise<StoreNode> {
  let port = 0;
  let isClosed = false;
  const start = async (): Promise<Child> => {
    const started = await nursery.take(role, { directory });
    port = Number(await started.call('port'));
    void started.ended.then(() => inTurn(revive));
    return started;
  };
  /** Starts and ends are done one after the other. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work));
  const revive = async (): Promise<void> => {
    if (!child.isAlive() && !isClosed) child = await start();
  };
  let child = await start();

  return {
    port: () => port,
    restart: (how) =>
      inTurn(async () => {
        if (how === 'kill') child.signal('SIGKILL');
        else void child.stop();
        await child.ended;
        await revive();
      }),
    isUp: () => inTurn(revive),
    close: () =>
      inTurn(async () => {
        isClosed = true;
        await child.stop();
      }),
  };
}
