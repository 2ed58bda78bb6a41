import { startChild, type Child } from '../faults/processes/child';

/** A store in a process of its own, and clients connected to it. */
export interface Node<Client> {
  readonly child: Child;
  readonly clients: readonly Client[];
}

/** How to reach a store, with clients of its kind. */
export interface Kind<Client> {
  /** Of `test/faults/processes`. */
  readonly process: string;
  /** Each has a connection of its own. */
  connect(port: number): Promise<readonly Client[]>;
}

/** Starts nodes, each in a process that was made ready while another one was at work. */
export interface Starter<Client> {
  start(directory: string): Promise<Node<Client>>;
  /** A start that is killed on its way, once `after` resolves. */
  killWhileStarting(directory: string, after: () => Promise<unknown>): Promise<void>;
  /** Ends the process that is ready for the next start. */
  stop(): Promise<void>;
}

export function createStarter<Client>(kind: Kind<Client>): Starter<Client> {
  const ready = (): Child => startChild(kind.process);
  let spare = ready();
  const take = (): Child => {
    const taken = spare;
    spare = ready();
    return taken;
  };
  return {
    async start(directory) {
      const child = take();
      await child.call('start', { directory });
      const port = Number(await child.call('port'));
      return { child, clients: await kind.connect(port) };
    },
    async killWhileStarting(directory, after) {
      const child = take();
      // It is not expected to get there.
      child.call('start', { directory }).catch(() => undefined);
      await after();
      await kill({ child });
    },
    stop: () => spare.stop(),
  };
}

export async function kill({ child }: { readonly child: Child }): Promise<void> {
  child.signal('SIGKILL');
  await child.ended;
}
