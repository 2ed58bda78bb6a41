import { createInMemoryEventStore } from '@jejak/event-store/testing/in-memory-event-store';

import { describeEventStore } from './event-store.features';
import { sample } from './samples';

describe('the event store in memory', () => {
  describeEventStore(() => {
    const store = createInMemoryEventStore();
    return Promise.resolve({
      store,
      writeForeign(stream, type, data) {
        const { metadata } = sample(1);
        store.writeForeign(stream, [
          {
            id: crypto.randomUUID(),
            type,
            data: data as never,
            metadata: { ...metadata } as never,
          },
        ]);
        return Promise.resolve();
      },
      stop: () => store.close(),
    });
  });
});
