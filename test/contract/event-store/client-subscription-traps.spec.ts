import { status } from '@grpc/grpc-js';
import { StoreUnavailable } from '@jejak/event-store';

import { collect, outline } from './samples';
import { caughtUp, checkpoint, confirmation, recorded, statistics } from './scripted-answers';
import { channelOf, type ScriptedServer, startScriptedServer } from './scripted-server';
import {
  failing,
  lostRead,
  notLeader,
  patience,
  readFrom,
  useScriptedStore,
  waitFor,
} from './scripted-store';

const scripted = useScriptedStore();

describe('a subscription', () => {
  const subscribe = () =>
    scripted.store.subscribe({ after: null, signal: new AbortController().signal });

  it('says it has caught up behind the events before, not when the client hears of it', async () => {
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      for (let number = 1; number <= 20; number += 1) call.write(recorded(number));
      call.write(caughtUp());
      call.write(recorded(21));
    };
    const messages: (number | string)[] = [];
    for await (const message of subscribe()) {
      if (messages.length === 0) await waitFor(100);
      messages.push(...outline([message]));
      if (messages.at(-1) === 21) break;
    }
    expect(messages).toEqual([...Array.from({ length: 20 }, (_, i) => i + 1), 'caught-up', 21]);
  });

  it.each<[string, ScriptedServer['onSubscribe']]>([
    [
      'ends cleanly',
      (call) => {
        call.end();
      },
    ],
    ['breaks', lostRead],
  ])('that the server %s ends with an error after what had arrived', async (_, finish) => {
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      call.write(recorded(1));
      call.write(recorded(2), () => {
        setTimeout(() => {
          finish(call);
        }, 20);
      });
    };
    const seen: (number | string)[] = [];
    const read = async (): Promise<void> => {
      for await (const message of subscribe()) seen.push(...outline([message]));
    };
    await expect(read()).rejects.toThrow(StoreUnavailable);
    expect(seen).toEqual([1, 2]);
  });

  it('that is not confirmed is given up', async () => {
    scripted.server.onSubscribe = () => undefined;
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
  });

  it('may be silent for as long as nothing happens', async () => {
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      setTimeout(() => call.write(recorded(1)), patience + 100);
    };
    for await (const message of subscribe()) {
      expect(outline([message])).toEqual([1]);
      break;
    }
  });

  it('that ends cleanly before it is confirmed ends with an error too', async () => {
    scripted.server.onSubscribe = (call) => {
      call.end();
    };
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
  });

  it('never passes on a checkpoint, which the client reports before the events before it', async () => {
    scripted.server.onReadAll = readFrom([recorded(1), recorded(2), statistics(40)]);
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      call.write(checkpoint(100));
      for (const number of [1, 2]) {
        call.write(recorded(number));
        call.write(checkpoint(100 + number));
      }
      setTimeout(() => call.write(caughtUp()), 50);
    };
    const seen: unknown[] = [];
    for await (const message of subscribe()) {
      seen.push(message.kind === 'event' ? message.event.revision : message);
      if (message.kind === 'caught-up') break;
    }
    const scannedTo = { commit: 40n, prepare: 40n };
    expect(seen).toEqual([0n, 1n, { kind: 'caught-up', scannedTo }]);
  });

  it('that matches nothing tells its consumer no place to go on from until it has caught up', async () => {
    scripted.server.onReadAll = readFrom([recorded(1)]);
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      for (let place = 1; place <= 50; place += 1) call.write(checkpoint(place));
    };
    const aborting = new AbortController();
    setTimeout(() => {
      aborting.abort();
    }, 100);
    const { signal } = aborting;
    expect(await collect(scripted.store.subscribe({ after: null, signal }))).toEqual([]);
  });

  it('has scanned to where the log ended before it began, not to what came meanwhile', async () => {
    scripted.server.onReadAll = readFrom([recorded(1)]);
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      for (const number of [1, 2, 3]) call.write(recorded(number));
      call.write(caughtUp());
    };
    for await (const message of subscribe()) {
      if (message.kind !== 'caught-up') continue;
      expect(message.scannedTo).toEqual({ commit: 1n, prepare: 1n });
      break;
    }
  });

  it('reads the end of the log and the log itself from the same node, whatever else fails', async () => {
    const channels: string[] = [];
    scripted.server.onReadAll = (call) => {
      channels.push(channelOf(call));
      scripted.server.onRead = failing(status.UNAVAILABLE, 'going away');
      void collect(scripted.store.readStream('framework-mcp-2024')).catch(() => undefined);
      setTimeout(() => {
        readFrom([recorded(1)])(call);
      }, 50);
    };
    scripted.server.onSubscribe = (call) => {
      channels.push(channelOf(call));
      call.write(confirmation());
      call.write(caughtUp());
    };
    for await (const message of subscribe()) {
      expect(message.kind).toBe('caught-up');
      break;
    }
    expect(channels[0]).toBe(channels[1]);
  });

  it.each<[string, ScriptedServer['onReadAll']]>([
    ['is refused', lostRead],
    ['is not answered', () => undefined],
  ])('does not begin when reading the end of the log %s', async (_, answer) => {
    scripted.server.onReadAll = answer;
    scripted.server.onSubscribe = (call) => call.write(confirmation());
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
  });

  it.each<[string, ScriptedServer['onSubscribe']]>([
    ['UNKNOWN', failing(status.UNKNOWN, 'odd')],
    ['INTERNAL', failing(status.INTERNAL, 'odd')],
    ['RST_STREAM', failing(status.INTERNAL, 'Received RST_STREAM with code 2')],
    ['UNAVAILABLE', lostRead],
    ['CANCELLED', failing(status.CANCELLED, 'by the server')],
  ])('ended by %s begins again at once, not on the channel that failed', async (_, fail) => {
    const channels: string[] = [];
    scripted.server.onSubscribe = (call) => {
      channels.push(channelOf(call));
      call.write(confirmation());
      call.write(recorded(channels.length), () => {
        if (channels.length === 1) fail(call);
      });
    };
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
    for await (const message of subscribe()) {
      expect(outline([message])).toEqual([2]);
      break;
    }
    expect(channels[0]).not.toBe(channels[1]);
  });

  it('whose connection is torn begins again when the server is back', async () => {
    scripted.server.onSubscribe = (call) => call.write(confirmation());
    setTimeout(() => {
      scripted.server.stop();
    }, 50);
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
    scripted.server = await startScriptedServer(scripted.server.port);
    scripted.server.onSubscribe = (call) => {
      call.write(confirmation());
      call.write(recorded(1));
    };
    for await (const message of subscribe()) {
      expect(outline([message])).toEqual([1]);
      break;
    }
  });

  it('told by a node that it is not the leader begins again at the leader it named', async () => {
    const leader = await startScriptedServer();
    leader.onSubscribe = (call) => {
      call.write(confirmation());
      call.write(recorded(7));
    };
    scripted.server.onSubscribe = notLeader(leader);
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
    for await (const message of subscribe()) {
      expect(outline([message])).toEqual([7]);
      break;
    }
    leader.stop();
  });

  it.each<[string, (server: ScriptedServer) => void]>([
    [
      'is live and silent',
      (server) => {
        server.onSubscribe = (call) => call.write(confirmation());
      },
    ],
    [
      'is not confirmed yet',
      (server) => {
        server.onSubscribe = () => undefined;
      },
    ],
    [
      'reads where the log ends',
      (server) => {
        server.onReadAll = () => undefined;
      },
    ],
  ])('that %s is aborted at once, on the server too', async (_, prepare) => {
    prepare(scripted.server);
    const cancelled = new Promise<void>((resolve) => {
      for (const asked of ['onReadAll', 'onSubscribe'] as const) {
        const answer = scripted.server[asked];
        scripted.server[asked] = (call) => {
          call.on('cancelled', resolve);
          answer(call);
        };
      }
    });
    const aborting = new AbortController();
    const { signal } = aborting;
    const ended = collect(scripted.store.subscribe({ after: null, signal }));
    await waitFor(100);
    const abortedAt = performance.now();
    aborting.abort();
    expect(await ended).toEqual([]);
    expect(performance.now() - abortedAt).toBeLessThan(patience / 2);
    await cancelled;
  });
});
