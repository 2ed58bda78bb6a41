import { StampedAnswers } from './stamped-answers';

describe('an answer that is kept', () => {
  const worked: string[] = [];
  const answers = new StampedAnswers<{ readonly made: string }>();
  const read: string[] = [];
  const stampsAt = (stamp: string, standing: string | null) => ({
    standing,
    read: () => {
      read.push(stamp);
      return Promise.resolve(stamp);
    },
  });
  const ask = (question: object, stamp: string, made = stamp, standing: string | null = null) =>
    answers.of(question, stampsAt(stamp, standing), () => {
      worked.push(made);
      return Promise.resolve({ made });
    });
  beforeEach(() => {
    worked.length = 0;
    read.length = 0;
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
    const away = () => Promise.reject(new Error('away'));
    const failing = answers.of({ year: 2022 }, stampsAt('s', 'v@1'), away);
    await expect(failing).rejects.toThrow('away');
    expect(await ask({ year: 2022 }, 's', 's', 'v@1')).toEqual({ made: 's' });
  });

  it('is given without a look at its documents while their views stand where they stood', async () => {
    for (const standing of ['v@1', 'v@1', 'v@2', 'v@2']) {
      expect(await ask({ year: 2021 }, 's', 'first', standing)).toEqual({ made: 'first' });
    }
    expect([read, worked]).toEqual([['s', 's'], ['first']]);
    expect(await ask({ year: 2021 }, 't', 'second', 'v@3')).toEqual({ made: 'second' });
  });

  it('is looked after where nobody can tell from the views whether it still holds', async () => {
    await ask({ year: 2020 }, 's', 'first', null);
    expect(await ask({ year: 2020 }, 't', 'second', null)).toEqual({ made: 'second' });
  });
});
