import { dispose } from './dispose';

const client = (ending: Promise<void>) => ({ dispose: () => ending });

describe('A client', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is disposed of when its calls have ended, and no timer stays behind', async () => {
    await dispose(client(Promise.resolve()));
    expect(jest.getTimerCount()).toBe(0);
  });

  it('with a call that never ends is left after two seconds', async () => {
    let isOver = false;
    const disposing = dispose(client(new Promise<never>(() => undefined))).then(() => {
      isOver = true;
    });
    await jest.advanceTimersByTimeAsync(1_999);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await disposing;
  });
});
