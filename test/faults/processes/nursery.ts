import { type Child, startChild } from './child';

export type Role = 'read-store-node' | 'event-store-node' | 'projector';

/** Has a process of each role that was ever asked for ready, so that nobody waits for a start. */
export interface Nursery {
  /** A process of the role that has been asked to `start`; the input is the same for all of a role. */
  take(role: Role, input: object): Promise<Child>;
  /** For the next one who asks; it must have nothing left to do. */
  giveBack(role: Role, child: Child): void;
  /** Ends every process it ever started. */
  stop(): Promise<void>;
}

/** `spares`: how many of a role are kept ready. */
export function createNursery(spares: number): Nursery {
  const ready = new Map<Role, Child[]>();
  const all = new Set<Child>();
  const started = new WeakSet<Child>();

  const start = (role: Role): Child => {
    const child = startChild(role);
    all.add(child);
    void child.ended.then(() => all.delete(child));
    return child;
  };
  const readyFor = (role: Role): Child[] => {
    const alive = (ready.get(role) ?? []).filter(({ isAlive }) => isAlive());
    ready.set(role, alive);
    return alive;
  };
  return {
    async take(role, input) {
      const waiting = readyFor(role);
      const taken = waiting.shift() ?? start(role);
      while (waiting.length < spares) waiting.push(start(role));
      if (!started.has(taken)) await taken.call('start', input);
      started.add(taken);
      return taken;
    },
    giveBack(role, child) {
      if (child.isAlive()) readyFor(role).unshift(child);
    },
    async stop() {
      ready.clear();
      await Promise.all(
        [...all].map((child) => {
          child.signal('SIGCONT');
          return child.stop();
        }),
      );
    },
  };
}
