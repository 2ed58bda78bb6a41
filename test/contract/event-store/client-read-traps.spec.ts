import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import { StoreUnavailable } from '@jejak/event-store';

import { collect } from './samples';
import { missing, recorded } from './scripted-answers';
import type { ReadCall } from './scripted-server';
import { lostRead, patience, useScriptedStore, waitFor } from './scripted-store';

const stream = 'framework-mcp-2024';
const scripted = useScriptedStore();

describe('a read', () => {
  it('that breaks off ends with an error, not as if it were complete', async () => {
    scripted.server.onRead = (call) => {
      call.write(recorded(1), () => {
        lostRead(call);
      });
    };
    await expect(collect(scripted.store.readStream(stream))).rejects.toThrow(StoreUnavailable);
  });

  it('that stalls is given up', async () => {
    scripted.server.onRead = (call) => call.write(recorded(1));
    await expect(collect(scripted.store.readStream(stream))).rejects.toThrow(StoreUnavailable);
  });

  it('does not count the time its consumer takes as stalling', async () => {
    scripted.server.onRead = (call) => {
      call.write(recorded(1));
      setTimeout(() => {
        call.write(recorded(2));
        call.end();
      }, patience + 100);
    };
    let count = 0;
    for await (const event of scripted.store.readStream(stream)) {
      count += 1;
      if (event.revision === 0n) await waitFor(patience + 50);
    }
    expect(count).toBe(2);
  });

  it('that is left early is ended on the server too', async () => {
    const cancelled = new Promise<void>((resolve) => {
      scripted.server.onRead = (call) => {
        call.on('cancelled', resolve);
        for (let number = 1; number <= 100; number += 1) call.write(recorded(number));
      };
    });
    for await (const event of scripted.store.readStream(stream)) {
      if (event.revision === 1n) break;
    }
    await cancelled;
  });

  /** Whether the call was reset before the server ended it, a little after its last message. */
  const isReset = (call: ReadCall, message: ReadResp): Promise<boolean> =>
    new Promise((resolve) => {
      call.on('cancelled', () => {
        resolve(true);
      });
      call.on('finish', () => {
        resolve(false);
      });
      call.write(message);
      setTimeout(() => call.end(), 30);
    });

  it.each([
    ['left at the last event that was asked for', recorded(1)],
    ['of a stream that is not there', missing()],
  ])('%s lets the server end it: resets are counted against the connection', async (_, message) => {
    const wasReset = new Promise<boolean>((resolve) => {
      scripted.server.onRead = (call) => {
        resolve(isReset(call, message));
      };
    });
    const events = scripted.store.readStream(stream, { limit: 1 });
    for await (const event of events) if (event.revision === 0n) break;
    expect(await wasReset).toBe(false);
  });

  it('of a stream that is not there is ended on a server that does not', async () => {
    const cancelled = new Promise<void>((resolve) => {
      scripted.server.onRead = (call) => {
        call.on('cancelled', resolve);
        call.write(missing());
      };
    });
    expect(await collect(scripted.store.readStream(stream))).toEqual([]);
    await cancelled;
  });

  it('that is left when the server is done with it does not keep the store from closing', async () => {
    scripted.server.onRead = (call) => {
      for (let number = 1; number <= 100; number += 1) call.write(recorded(number));
      call.end();
    };
    for await (const event of scripted.store.readStream(stream)) {
      await waitFor(50);
      if (event.revision === 1n) break;
    }
    await scripted.store.close();
  });

  it('that breaks while much of it waits does not keep the store from closing', async () => {
    scripted.server.onRead = (call) => {
      for (let number = 1; number <= 100; number += 1) call.write(recorded(number));
    };
    const read = async (): Promise<void> => {
      for await (const event of scripted.store.readStream(stream)) {
        if (event.revision !== 1n) continue;
        await waitFor(50);
        scripted.server.stop();
        await waitFor(50);
      }
    };
    await expect(read()).rejects.toThrow(StoreUnavailable);
    const startedAt = performance.now();
    await scripted.store.close();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('from a server that gives no positions is refused', async () => {
    scripted.server.onRead = (call) => {
      call.write(recorded(1, (2n ** 64n - 1n).toString()));
      call.end();
    };
    const read = collect(scripted.store.readStream(stream));
    await expect(read).rejects.toMatchObject({
      cause: { message: expect.stringContaining('23.10') },
    });
  });

  it('works again after an error the client does not reconnect for', async () => {
    scripted.server.onRead = (call) =>
      call.emit('error', { code: status.INTERNAL, details: 'odd' });
    await expect(collect(scripted.store.readStream(stream))).rejects.toThrow(StoreUnavailable);
    scripted.server.onRead = (call) => {
      call.write(recorded(1));
      call.end();
    };
    expect(await collect(scripted.store.readStream(stream))).toHaveLength(1);
  });
});
