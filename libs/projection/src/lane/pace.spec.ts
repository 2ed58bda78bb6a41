import { createPace } from './pace';

const endless = new AbortController().signal;

describe('The pace of a build', () => {
  it('makes it wait as long as its events take at the rate asked for', async () => {
    const pace = createPace(1_000);
    const began = performance.now();
    for (let page = 0; page < 5; page += 1) await pace(10, endless);
    expect(performance.now() - began).toBeGreaterThanOrEqual(45);
  });

  it('is none when no rate was asked for', async () => {
    const began = performance.now();
    await createPace(null)(1_000_000, endless);
    expect(performance.now() - began).toBeLessThan(50);
  });

  it('ends when called off', async () => {
    const calledOff = new AbortController();
    const began = performance.now();
    const waiting = createPace(1)(60, calledOff.signal);
    calledOff.abort();
    await waiting;
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
