import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb';
import { status } from '@grpc/grpc-js';
import {
  createEventStore,
  StoreUnavailable,
  UnencodableEvent,
  UnknownOutcome,
  WrongRevision,
} from '@jejak/event-store';

import { sample } from './samples';
import { failure, recorded, success } from './scripted-answers';
import { type AppendCall, startScriptedServer } from './scripted-server';
import { lostRead, patience, useScriptedStore, waitFor } from './scripted-store';

const stream = 'framework-mcp-2024';
const scripted = useScriptedStore();

/** Connects, so that what follows is not the first to use the connection. */
const warmUp = async (): Promise<void> => {
  scripted.server.onAppend = (request, call) => call.write(success(request, 0, 10));
  await append(1000);
};
const append = (number = 1): Promise<unknown> =>
  scripted.store.append(stream, 'none', [sample(number)]);
const lose = (call: AppendCall): void => {
  call.emit('error', { code: status.UNAVAILABLE, details: 'going away' });
};

describe('an append', () => {
  it('that is not answered in time has an unknown outcome, and its late answer harms nobody', async () => {
    await warmUp();
    let answersLate = true;
    scripted.server.onAppend = (request, call) => {
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
    expect(scripted.server.appendCalls).toBe(1);
  });

  it('gets a new stream when the old one has fallen silent', async () => {
    await warmUp();
    scripted.server.onAppend = () => undefined;
    await expect(append(1)).rejects.toThrow(UnknownOutcome);
    scripted.server.onAppend = (request, call) => call.write(success(request, 0, 10));
    await expect(append(2)).resolves.toMatchObject({ position: { commit: 10n, prepare: 10n } });
    expect(scripted.server.appendCalls).toBe(2);
  });

  it('whose connection breaks has an unknown outcome, as all others on the way', async () => {
    scripted.server.onAppend = (_, call) => {
      lose(call);
    };
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((number) => append(number)));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'UnknownOutcome' } });
    }
    scripted.server.onAppend = (request, call) => call.write(success(request, 0, 10));
    const after = await Promise.all([5, 6, 7].map((number) => append(number)));
    expect(after).toHaveLength(3);
  });

  it('sent again succeeds in the end, however often streams break under load', async () => {
    await warmUp();
    let count = 0;
    scripted.server.onAppend = (request, call) => {
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
    const { port } = scripted.server;
    scripted.server.stop();
    await expect(append()).rejects.toThrow(StoreUnavailable);
    scripted.server = await startScriptedServer(port);
    scripted.server.onAppend = (request, call) => call.write(success(request, 0, 10));
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
    scripted.server.onAppend = (request, call) => call.write(failure(request, name));
    await expect(append()).rejects.toThrow(expected);
    await expect(append()).rejects.toThrow(expected);
    expect(scripted.server.appendCalls).toBe(1);
  });

  it('answered without a position is given the one its event stands at', async () => {
    scripted.server.onAppend = (request, call) => call.write(success(request, 6));
    scripted.server.onRead = (call) => {
      call.write(recorded(7));
      call.end();
    };
    await expect(append(7)).resolves.toEqual({
      revision: 6n,
      position: { commit: 7n, prepare: 7n },
    });
    scripted.server.onRead = lostRead;
    await expect(append(7)).rejects.toThrow(UnknownOutcome);
  });

  it('of one store is settled when the stream of another breaks, and the process goes on', async () => {
    await warmUp();
    const otherServer = await startScriptedServer();
    const other = createEventStore({
      connectionString: otherServer.connectionString,
      appendTimeoutMilliseconds: patience,
    });
    const appendToOther = (number: number): Promise<unknown> =>
      other.append(stream, 'none', [sample(number)]);
    otherServer.onAppend = (request, call) => call.write(success(request, 0, 10));
    await appendToOther(2000);

    const late: (() => unknown)[] = [];
    const answerLate = (request: BatchAppendReq, call: AppendCall): void => {
      late.push(() => call.write(success(request, 0, 10)));
    };
    scripted.server.onAppend = answerLate;
    otherServer.onAppend = (_, call) => {
      if (late.length < 3) {
        setTimeout(() => {
          otherServer.onAppend(_, call);
        }, 5);
      } else lose(call);
    };
    const outcomes = await Promise.allSettled([
      ...[1, 2, 3].map((number) => append(number)),
      ...[4, 5, 6].map((number) => appendToOther(number)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'UnknownOutcome' } });
    }
    for (const answer of late) answer();
    await waitFor(50);
    for (const server of [scripted.server, otherServer]) {
      server.onAppend = (request, call) => call.write(success(request, 0, 10));
    }
    await expect(append(7)).resolves.toMatchObject({ revision: 0n });
    await expect(appendToOther(8)).resolves.toMatchObject({ revision: 0n });
    await other.close();
    otherServer.stop();
  });

  it('shares one stream with every other store of the process on the same server', async () => {
    scripted.server.onAppend = (request, call) => call.write(success(request, 0, 10));
    const other = createEventStore({
      connectionString: scripted.server.connectionString,
      appendTimeoutMilliseconds: patience,
    });
    await append();
    await other.append(stream, 'none', [sample(2)]);
    expect(scripted.server.appendCalls).toBe(1);
    await other.close();
    await append();
    expect(scripted.server.appendCalls).toBe(1);
  });
});
