import { inTime } from './in-time';

describe('What is read', () => {
  it('is waited for', async () => {
    expect(await inTime(Promise.resolve(7))).toBe(7);
    await expect(inTime(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is not waited for longer than a read store that is there takes', async () => {
    const silent = new Promise(() => undefined);
    await expect(inTime(silent, 20)).rejects.toMatchObject({
      code: 'read-store.unavailable',
      status: 503,
    });
  });
});
