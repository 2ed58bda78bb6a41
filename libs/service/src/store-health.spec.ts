import { eventStoreHealth, healthAfter } from './store-health';

describe('a store is ready', () => {
  it('when it answers, even that it is empty', async () => {
    const head = () => Promise.resolve({ newest: null, end: null });
    expect(await eventStoreHealth({ head })).toEqual({ ready: true });
  });

  it('not when it refuses, and the reason is said', async () => {
    const head = () => Promise.reject(new Error('The event store is not available'));
    expect(await eventStoreHealth({ head })).toEqual({
      ready: false,
      error: 'The event store is not available',
    });
  });

  it('not when it does not answer in time', async () => {
    const never = new Promise(() => undefined);
    expect(await healthAfter(never, 10)).toEqual({
      ready: false,
      error: 'No answer within 10 ms',
    });
  });
});
