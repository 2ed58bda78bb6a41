import { createTurns } from './turns';

describe('turns', () => {
  it('run one after another under one key, also after a failure', async () => {
    const inTurn = createTurns();
    const events: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<void> => {
        events.push(`${name} begins`);
        await Promise.resolve();
        events.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const results = await Promise.allSettled([
      inTurn('k', work('a', true)),
      inTurn('k', work('b')),
      inTurn('other', work('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(events.indexOf('b begins')).toBeGreaterThan(events.indexOf('a ends'));
    expect(events.indexOf('c begins')).toBeLessThan(events.indexOf('a ends'));
  });

  it('forget a key that nobody waits for', async () => {
    const tails = new Map<string, Promise<unknown>>();
    const inTurn = createTurns(tails);
    await Promise.allSettled([
      inTurn('k', () => Promise.resolve()),
      inTurn('k', () => Promise.reject(new Error('no'))),
      inTurn('l', () => Promise.resolve()),
    ]);
    await Promise.resolve();
    expect(tails.size).toBe(0);
  });
});
