import { StoreUnavailable } from '@jejak/event-store';

import { collect, outline } from './samples';
import { caughtUp, confirmation, recorded } from './scripted-answers';
import type { ScriptedServer } from './scripted-server';
import { lostRead, patience, useScriptedStore, waitFor } from './scripted-store';

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
});
