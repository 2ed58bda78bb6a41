import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

import { createLink, type Link, type LineFault } from './link';

/** A TCP proxy on loopback: the way to a store, which can fail where the store itself does not. */
export interface Line {
  readonly port: number;
  /** Resolves when clients have spoken so many more times, with what they said on its way. */
  spoken(times: number): Promise<void>;
  /** Befalls every connection that is open now; most faults pass after so many milliseconds. */
  strike(fault: LineFault, milliseconds: number): void;
  /** Ends whatever fault there is. */
  lift(): void;
  /** Cuts it for good. */
  close(): Promise<void>;
}

/** `target`: the port on loopback where the store is now. */
export async function openLine(target: () => number): Promise<Line> {
  const links = new Set<Link>();
  let refusing: NodeJS.Timeout | null = null;
  const listeners = new Set<{ left: number; readonly resolve: () => void }>();
  const onSpeech = (): void => {
    for (const listener of listeners) {
      listener.left -= 1;
      if (listener.left > 0) continue;
      listeners.delete(listener);
      listener.resolve();
    }
  };

  const lift = (): void => {
    if (refusing !== null) clearTimeout(refusing);
    refusing = null;
    for (const link of links) link.lift();
  };
  const accept = (client: Socket): void => {
    if (refusing !== null) {
      client.on('error', () => undefined).destroy();
      return;
    }
    const server = connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true });
    const link: Link = createLink(client, server, { onSpeech, onClose: () => links.delete(link) });
    links.add(link);
  };
  const listener = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = listener.address() as AddressInfo;

  return {
    port,
    lift,
    spoken: (times) =>
      new Promise((resolve) => {
        listeners.add({ left: times, resolve });
      }),
    strike(fault, milliseconds) {
      if (fault === 'refuse') {
        if (refusing !== null) clearTimeout(refusing);
        refusing = setTimeout(lift, milliseconds);
      }
      for (const link of links) link.strike(fault === 'refuse' ? 'cut' : fault, milliseconds);
    },
    async close() {
      lift();
      const closed = new Promise<void>((resolve) => {
        listener.close(() => {
          resolve();
        });
      });
      for (const link of links) link.destroy();
      await closed;
    },
  };
}
