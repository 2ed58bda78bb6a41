import { createClosings } from './closings';

describe('closings', () => {
  it('close in the opposite order, each once', async () => {
    const closed: string[] = [];
    const closings = createClosings();
    for (const name of ['first', 'second', 'third']) {
      closings.add(() => Promise.resolve(void closed.push(name)));
    }
    await closings.close();
    await closings.close();
    expect(closed).toEqual(['third', 'second', 'first']);
  });

  it('go on after a failure and then report the first', async () => {
    const closed: string[] = [];
    const closings = createClosings();
    closings.add(() => Promise.resolve(void closed.push('store')));
    closings.add(() => Promise.reject(new Error('second failure')));
    closings.add(() => Promise.reject(new Error('first failure')));
    await expect(closings.close()).rejects.toThrow('first failure');
    expect(closed).toEqual(['store']);
  });
});
