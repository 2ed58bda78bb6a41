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
    interrupt() {
      storage.failAfter(0);
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  });
});
