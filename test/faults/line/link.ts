import type { Socket } from 'node:net';

/**
 * `cut`: both ends are reset. `stall`: bytes of both directions wait. `deaf-client`: the client is
 * told that the server will say no more; `deaf-server` the other way. `lost-reply`: what the server
 * says next is dropped and the connection with it. `late`: the client loses the connection when it
 * speaks next, and the server hears what it said only later. `refuse`: as `cut`, and nobody gets
 * through meanwhile.
 */
export type LineFault =
  'cut' | 'stall' | 'deaf-client' | 'deaf-server' | 'lost-reply' | 'late' | 'refuse';

/** One connection that runs through a line. */
export interface Link {
  strike(fault: Exclude<LineFault, 'refuse'>, milliseconds: number): void;
  /** What was stalled goes on; what is half closed is reset. */
  lift(): void;
  destroy(): void;
}

interface LinkEvents {
  /** The client has said something, whatever becomes of it. */
  readonly onSpeech: () => void;
  readonly onClose: () => void;
}

export function createLink(
  client: Socket,
  server: Socket,
  { onSpeech, onClose }: LinkEvents,
): Link {
  const waiting: (() => void)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let state: 'open' | 'stalled' | 'half-closed' | 'closed' = 'open';
  /** What the client said before it lost the connection is still on its way. */
  let isLate = false;
  let next: { readonly fault: 'lost-reply' | 'late'; readonly milliseconds: number } | null = null;

  const destroy = (): void => {
    if (state === 'closed') return;
    state = 'closed';
    for (const timer of timers) clearTimeout(timer);
    client.destroy();
    server.destroy();
    onClose();
  };
  const after = (milliseconds: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
  };
  const pass = (forward: () => void): void => {
    if (state === 'stalled') waiting.push(forward);
    else forward();
  };
  const lift = (): void => {
    next = null;
    if (state === 'half-closed') destroy();
    if (state !== 'stalled') return;
    state = 'open';
    for (const forward of waiting.splice(0)) forward();
  };
  const deliverLate = (said: Buffer, milliseconds: number): void => {
    isLate = true;
    client.destroy();
    after(milliseconds, () => {
      server.end(said, () => {
        after(50, destroy);
      });
    });
  };

  client.on('data', (said: Buffer) => {
    const { fault = null, milliseconds = 0 } = next ?? {};
    if (fault === 'late') deliverLate(said, milliseconds);
    else pass(() => server.write(said));
    onSpeech();
  });
  server.on('data', (said: Buffer) => {
    if (next?.fault === 'lost-reply') destroy();
    else pass(() => client.write(said));
  });
  client.on('close', () => {
    if (!isLate) destroy();
  });
  server.on('close', destroy);
  client.on('end', () => {
    pass(() => server.end());
  });
  server.on('end', () => {
    pass(() => client.end());
  });
  for (const end of [client, server]) end.setNoDelay(true).on('error', destroy);

  return {
    lift,
    destroy,
    strike(fault, milliseconds) {
      if (state === 'closed') return;
      if (fault === 'cut') destroy();
      else if (fault === 'lost-reply' || fault === 'late') next = { fault, milliseconds };
      else {
        if (fault === 'deaf-client') client.end();
        if (fault === 'deaf-server') server.end();
        state = fault === 'stall' ? 'stalled' : 'half-closed';
        after(milliseconds, lift);
      }
    },
  };
}
