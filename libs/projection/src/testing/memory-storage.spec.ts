import { createMemoryStorage } from './memory-storage';
import { describeProjectionStorage } from './storage.features';

describeProjectionStorage('The projection storage in memory', () => {
  const storage = createMemoryStorage();
  return Promise.resolve({
    storage,
    pass(milliseconds) {
      storage.advance(milliseconds);
      return Promise.resolve();
    },
    census: () => Promise.resolve(storage.census()),
    faults: {
      failAfter(writes) {
        storage.failAfter(writes);
        return Promise.resolve();
      },
      recover() {
        storage.recover();
        return Promise.resolve();
      },
    },
    stop: () => Promise.resolve(),
  });
});
