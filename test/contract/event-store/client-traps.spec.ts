import { status } from '@grpc/grpc-js';
import {
  createEventStore,
  type EventStore,
  StoreUnavailable,
  UnencodableEvent,
  UnknownOutcome,
  WrongRevision,
} from '@jejak/event-store';

import { collect, outline, sample } from './samples';
import { caughtUp, confirmation, failure, recorded, success } from './scripted-answers';
import { type AppendCall, type ScriptedServer, startScriptedServer } from './scripted-server';

const stream = 'framework-mcp-2024';
/** Milliseconds until the store gives up. */
const patience = 300;
let server: ScriptedServer;
let store: EventStore;
const uncaught: unknown[] = [];
const noteUncaught = (error: unknown): void => {
  uncaught.push(error);
};

beforeAll(() => {
  process.on('uncaughtException', noteUncaught);
  process.on('unhandledRejection', noteUncaught);
});
afterAll(() => {
  process.off('uncaughtException', noteUncaught);
  process.off('unhandledRejection', noteUncaught);
});
beforeEach(async () => {
  server = await startScriptedServer();
  store = createEventStore({
    connectionString: server.connectionString,
    appendTimeoutMilliseconds: patience,
    readTimeoutMilliseconds: patience,
  });
});
afterEach(async () => {
  await store.close();
  server.stop();
  await waitFor(20);
  expect(uncaught.splice(0)).toEqual([]);
});

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
/** Connects, so that what follows is not the first to use the connection. */
const warmUp = async (): Promise<void> => {
  server.onAppend = (request, call) => call.write(success(request, 0, 10));
  await append(1000);
};
const append = (number = 1): Promise<unknown> => store.append(stream, 'none', [sample(number)]);
const lose = (call: AppendCall): void => {
  call.emit('error', { code: status.UNAVAILABLE, details: 'going away' });
};

describe('an append', () => {
  it('that is not answered in time has an unknown outcome, and its late answer harms nobody', async () => {
    await warmUp();
    let answersLate = true;
    server.onAppend = (request, call) => {
      const answer = (): unknown => call.write(success(request, 0, 10));
      setTimeout(answer, answersLate ? patience + 100 : 0);
      answersLate = false;
    };
    const first = append(1);
    const second = waitFor(100).then(() => append(2));
    await expect(first).rejects.toThrow(UnknownOutcome);
    await expect(second).resolves.toMatchObject({ revision: 0n });
    await waitFor(200);
    await expect(append(3)).resolves.toMatchObject({ revision: 0n });
    expect(server.appendCalls).toBe(1);
  });

  it('gets a new stream when the old one has fallen silent', async () => {
    await warmUp();
    server.onAppend = () => undefined;
    await expect(append(1)).rejects.toThrow(UnknownOutcome);
    server.onAppend = (request, call) => call.write(success(request, 0, 10));
    await expect(append(2)).resolves.toMatchObject({ position: { commit: 10n, prepare: 10n } });
    expect(server.appendCalls).toBe(2);
  });

  it('whose connection breaks has an unknown outcome, as all others on the way', async () => {
    server.onAppend = (_, call) => {
      lose(call);
    };
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((number) => append(number)));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'UnknownOutcome' } });
    }
    server.onAppend = (request, call) => call.write(success(request, 0, 10));
    const after = await Promise.all([5, 6, 7].map((number) => append(number)));
    expect(after).toHaveLength(3);
  });

  it('sent again succeeds in the end, however often streams break under load', async () => {
    await warmUp();
    let count = 0;
    server.onAppend = (request, call) => {
      count += 1;
      if (count % 30 === 10 && count < 200) lose(call);
      else setTimeout(() => call.write(success(request, 0, 10)), count % 3);
    };
    const persist = async (number: number): Promise<unknown> => {
      for (;;) {
        const answer: unknown = await append(number).catch((error: unknown) => error);
        if (!(answer instanceof UnknownOutcome)) return answer;
      }
    };
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => persist(index + 1)));
    for (const answer of answers) expect(answer).toMatchObject({ revision: 0n });
  }, 20_000);

  it('that cannot be sent is known not to be written, and works when the server is back', async () => {
    const { port } = server;
    server.stop();
    await expect(append()).rejects.toThrow(StoreUnavailable);
    server = await startScriptedServer(port);
    server.onAppend = (request, call) => call.write(success(request, 0, 10));
    await expect(append()).resolves.toMatchObject({ revision: 0n });
  });

  it.each<[string, new (...given: never[]) => Error]>([
    ['WrongExpectedVersion', WrongRevision],
    ['AccessDenied', StoreUnavailable],
    ['StreamDeleted', StoreUnavailable],
    ['MaximumAppendSizeExceeded', UnencodableEvent],
    ['Timeout', UnknownOutcome],
    ['Unknown', UnknownOutcome],
  ])('answered with %s is told in words of the port', async (name, expected) => {
    server.onAppend = (request, call) => call.write(failure(request, name));
    await expect(append()).rejects.toThrow(expected);
    await expect(append()).rejects.toThrow(expected);
    expect(server.appendCalls).toBe(1);
  });

  it('answered without a position is given the one its event stands at', async () => {
    server.onAppend = (request, call) => call.write(success(request, 6));
    server.onRead = (call) => {
      call.write(recorded(7));
      call.end();
    };
    await expect(append(7)).resolves.toEqual({
      revision: 6n,
      position: { commit: 7n, prepare: 7n },
    });
    server.onRead = lostRead;
    await expect(append(7)).rejects.toThrow(UnknownOutcome);
  });

  it('shares one stream with every other store of the process on the same server', async () => {
    server.onAppend = (request, call) => call.write(success(request, 0, 10));
    const other = createEventStore({
      connectionString: server.connectionString,
      appendTimeoutMilliseconds: patience,
    });
    await append();
    await other.append(stream, 'none', [sample(2)]);
    expect(server.appendCalls).toBe(1);
    await other.close();
    await append();
    expect(server.appendCalls).toBe(1);
  });
});

const lostRead: ScriptedServer['onRead'] = (call) => {
  call.emit('error', { code: status.UNAVAILABLE, details: 'going away' });
};

describe('a read', () => {
  it('that breaks off ends with an error, not as if it were complete', async () => {
    server.onRead = (call) => {
      call.write(recorded(1), () => {
        lostRead(call);
      });
    };
    await expect(collect(store.readStream(stream))).rejects.toThrow(StoreUnavailable);
  });

  it('that stalls is given up', async () => {
    server.onRead = (call) => call.write(recorded(1));
    await expect(collect(store.readStream(stream))).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).resolves.toEqual({ commit: 1n, prepare: 1n });
  });

  it('does not count the time its consumer takes as stalling', async () => {
    server.onRead = (call) => {
      call.write(recorded(1));
      setTimeout(() => {
        call.write(recorded(2));
        call.end();
      }, patience + 100);
    };
    let count = 0;
    for await (const event of store.readStream(stream)) {
      count += 1;
      if (event.revision === 0n) await waitFor(patience + 50);
    }
    expect(count).toBe(2);
  });

  it('that is left early is ended on the server too', async () => {
    const cancelled = new Promise<void>((resolve) => {
      server.onRead = (call) => {
        call.on('cancelled', resolve);
        for (let number = 1; number <= 100; number += 1) call.write(recorded(number));
      };
    });
    for await (const event of store.readStream(stream)) {
      if (event.revision === 1n) break;
    }
    await cancelled;
  });

  it('that is left when the server is done with it does not keep the store from closing', async () => {
    server.onRead = (call) => {
      for (let number = 1; number <= 100; number += 1) call.write(recorded(number));
      call.end();
    };
    for await (const event of store.readStream(stream)) {
      await waitFor(50);
      if (event.revision === 1n) break;
    }
    await store.close();
  });

  it('from a server that gives no positions is refused', async () => {
    server.onRead = (call) => {
      call.write(recorded(1, (2n ** 64n - 1n).toString()));
      call.end();
    };
    const read = collect(store.readStream(stream));
    await expect(read).rejects.toMatchObject({
      cause: { message: expect.stringContaining('23.10') },
    });
  });

  it('works again after an error the client does not reconnect for', async () => {
    server.onRead = (call) => call.emit('error', { code: status.INTERNAL, details: 'odd' });
    await expect(collect(store.readStream(stream))).rejects.toThrow(StoreUnavailable);
    server.onRead = (call) => {
      call.write(recorded(1));
      call.end();
    };
    expect(await collect(store.readStream(stream))).toHaveLength(1);
  });
});

describe('a subscription', () => {
  const subscribe = () => store.subscribe({ after: null, signal: new AbortController().signal });

  it('says it has caught up behind the events before, not when the client hears of it', async () => {
    server.onRead = (call) => {
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

  it.each<[string, ScriptedServer['onRead']]>([
    [
      'ends cleanly',
      (call) => {
        call.end();
      },
    ],
    ['breaks', lostRead],
  ])('that the server %s ends with an error after what had arrived', async (_, finish) => {
    server.onRead = (call) => {
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
    server.onRead = () => undefined;
    await expect(collect(subscribe())).rejects.toThrow(StoreUnavailable);
  });

  it('may be silent for as long as nothing happens', async () => {
    server.onRead = (call) => {
      call.write(confirmation());
      setTimeout(() => call.write(recorded(1)), patience + 100);
    };
    for await (const message of subscribe()) {
      expect(outline([message])).toEqual([1]);
      break;
    }
  });
});
