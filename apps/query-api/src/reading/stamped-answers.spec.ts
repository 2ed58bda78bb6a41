import { StampedAnswers } from './stamped-answers';

describe('an answer that is kept', () => {
  const worked: string[] = [];
  const answers = new StampedAnswers<{ readonly made: string }>();
  const ask = (question: object, stamp: string, made = stamp) =>
    answers.of(question, stamp, () => {
      worked.push(made);
      return Promise.resolve({ made });
    });
  beforeEach(() => {
    worked.length = 0;
  });

  it('is made once while its documents stand where they stood', async () => {
    expect(await ask({ year: 2025 }, 'a@1')).toEqual({ made: 'a@1' });
    expect(await ask({ year: 2025 }, 'a@1', 'again')).toEqual({ made: 'a@1' });
    expect(worked).toEqual(['a@1']);
  });

  it('is made anew as soon as one of them moved, came or went', async () => {
    for (const stamp of ['a@2', 'a@2 b@3', 'b@3', 'a@2']) {
      expect(await ask({ year: 2025 }, stamp)).toEqual({ made: stamp });
    }
    expect(worked).toHaveLength(4);
  });

  it('belongs to its question', async () => {
    await ask({ year: 2024 }, 's', 'of 2024');
    expect(await ask({ year: 2023 }, 's', 'of 2023')).toEqual({ made: 'of 2023' });
  });

  it('is not kept when it could not be made', async () => {
    const failing = answers.of({ year: 2022 }, 's', () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await ask({ year: 2022 }, 's')).toEqual({ made: 's' });
  });
});
