import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { StoreUnavailable } from '@jejak/event-store';

import { recorded, statistics } from './scripted-answers';
import { startScriptedServer } from './scripted-server';
import { lostRead, notLeader, readFrom, useScriptedStore } from './scripted-store';

const scripted = useScriptedStore();

const at = (number: number) => ({ commit: BigInt(number), prepare: BigInt(number) });

/** Serves the log and notes how many events each reading could bring at most. */
function serve(log: readonly ReadResp[]): number[] {
  const asked: number[] = [];
  scripted.server.onReadAll = (call) => {
    asked.push(Number(call.request.getOptions()!.getCount()));
    readFrom(log)(call);
  };
  return asked;
}

describe('the head', () => {
  it('costs one event where the log ends with one that is not the store’s own', async () => {
    const asked = serve([recorded(1), statistics(2), recorded(3)]);
    expect(await scripted.store.head()).toEqual({ newest: at(3), end: at(3) });
    expect(asked).toEqual([1]);
  });

  it('costs one event while nothing happens, however many of the store’s own stand there', async () => {
    const log = [recorded(1), ...Array.from({ length: 500 }, (_, index) => statistics(index + 2))];
    const asked = serve(log);
    for (let time = 0; time < 3; time += 1) {
      expect(await scripted.store.head()).toEqual({ newest: at(1), end: at(501) });
    }
    expect(asked.slice(2)).toEqual([1, 1]);
  });

  it('is not looked for beyond the end of the last reading', async () => {
    serve([recorded(1), statistics(2), statistics(3)]);
    await scripted.store.head();
    scripted.server.onReadAll = (call) => {
      const log = [statistics(2), statistics(3), statistics(4), statistics(5)];
      if (call.request.getOptions()!.getCount() === '1') {
        readFrom(log)(call);
        return;
      }
      // Never ends: what comes after the remembered event must not be waited for.
      for (const event of log.reverse()) call.write(event);
    };
    expect(await scripted.store.head()).toEqual({ newest: at(1), end: at(5) });
  });

  it('is read afresh from a log that does not hold the remembered end', async () => {
    serve([recorded(5), statistics(9)]);
    await scripted.store.head();
    serve([recorded(1), statistics(2)]);
    expect(await scripted.store.head()).toEqual({ newest: at(1), end: at(2) });
    serve([recorded(3), statistics(8), statistics(12)]);
    expect(await scripted.store.head()).toEqual({ newest: at(3), end: at(12) });
    serve([statistics(4)]);
    expect(await scripted.store.head()).toEqual({ newest: null, end: at(4) });
    serve([]);
    expect(await scripted.store.head()).toEqual({ newest: null, end: null });
  });

  it('is not forgotten when a reading fails', async () => {
    serve([recorded(1), statistics(2)]);
    await scripted.store.head();
    scripted.server.onReadAll = lostRead;
    await expect(scripted.store.head()).rejects.toThrow(StoreUnavailable);
    const asked = serve([recorded(1), statistics(2)]);
    expect(await scripted.store.head()).toEqual({ newest: at(1), end: at(2) });
    expect(asked).toEqual([1]);
  });

  it('is asked of the leader when the node says it is not', async () => {
    const leader = await startScriptedServer();
    leader.onReadAll = readFrom([recorded(7)]);
    scripted.server.onReadAll = notLeader(leader);
    await expect(scripted.store.head()).rejects.toThrow(StoreUnavailable);
    expect(await scripted.store.head()).toEqual({ newest: at(7), end: at(7) });
    leader.stop();
  });
});
