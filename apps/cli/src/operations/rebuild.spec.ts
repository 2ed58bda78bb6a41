import { type BuildReply, ServiceUnreachable } from '@jejak/client';

import {
  type FakeOperations,
  type Sights,
  fakeClock,
  fakeOperations,
  refusal,
} from '../testing/fake-operations';
import { build, failed, ready } from '../testing/samples';
import { BuildLeftAlone, type RebuildRequest, rebuildView } from './rebuild';

interface Run {
  readonly sights: Sights;
  readonly started?: BuildReply;
  readonly request?: Partial<RebuildRequest>;
  /** What the person says; nobody is there when absent. */
  readonly answer?: boolean;
  /** Milliseconds after which Ctrl-C is pressed. */
  readonly interruptAt?: number;
  readonly prepare?: (fake: FakeOperations) => void;
  readonly onTime?: (now: number, fake: FakeOperations) => void;
}

async function run({ sights, started, request, answer, interruptAt = Infinity, ...rest }: Run) {
  const fake = fakeOperations(sights, started);
  const controller = new AbortController();
  const notes: string[] = [];
  const shown: BuildReply[] = [];
  const lines: string[] = [];
  rest.prepare?.(fake);
  const outcome = rebuildView(
    { view: 'ranking', purpose: 'rebuild', detach: false, yes: false, ...request },
    {
      client: fake.client,
      progress: {
        update: ({ due, line }) => due && lines.push(line),
        note: (text) => notes.push(text),
        done: () => undefined,
      },
      showDifference: (one) => shown.push(one),
      ask: answer === undefined ? null : () => Promise.resolve(answer),
      signal: controller.signal,
      clock: fakeClock((now) => {
        if (now >= interruptAt) controller.abort();
        rest.onTime?.(now, fake);
      }),
    },
  );
  const result = await outcome.catch((error: unknown) => error as Error);
  return { result, asked: fake.asked, notes, shown, lines };
}

const start = ['start', 'ranking', { purpose: 'rebuild' }];

describe('a rebuild', () => {
  it('is started, followed through its states, compared, and switched to when told', async () => {
    const sights = [null, { ...build, state: 'comparing' }, ready] as const;
    const { result, asked, shown, lines } = await run({ sights, started: build, answer: true });
    expect(result).toMatchObject({ outcome: 'switched', generation: { build: 2 } });
    expect(asked).toEqual([start, ['switch', 'ranking']]);
    expect(shown).toEqual([ready]);
    expect(lines.map((line) => line.split(' · ').at(-1))).toEqual([
      'filling',
      'comparing with the live view',
      'ready',
    ]);
  });

  it.each([
    ['the answer is no', false, false, 'stands-by'],
    ['nobody can be asked', undefined, false, 'stands-by'],
    ['nobody can be asked but --yes says so', undefined, true, 'switched'],
    ['--yes says so, and nobody is asked', false, true, 'switched'],
  ])('%s', async (_, answer, yes, outcome) => {
    const { result, shown } = await run({
      sights: [null, ready],
      started: build,
      request: { yes },
      ...(answer === undefined ? {} : { answer }),
    });
    expect(result).toMatchObject({ outcome });
    expect(shown).toHaveLength(1);
  });

  it('hands over its throttle, and returns at once when it is detached', async () => {
    const request = { detach: true, throttle: 50 };
    const { result, asked } = await run({ sights: [null], started: build, request });
    expect(asked).toEqual([['start', 'ranking', { purpose: 'rebuild', throttle: 50 }]]);
    expect(result).toMatchObject({ outcome: 'under-way' });
  });

  it('that failed is not switched to, whatever was said', async () => {
    const { result, asked } = await run({
      sights: [null, failed],
      started: build,
      request: { yes: true },
      answer: true,
    });
    expect(result).toMatchObject({ outcome: 'failed', build: { error: { event: {} } } });
    expect(asked).toEqual([start]);
  });

  it('that somebody else gives up, or switches to, is over', async () => {
    const gone = await run({ sights: [null, build, null], started: build });
    expect(gone.result).toMatchObject({ outcome: 'gone' });
    const switched = await run({
      sights: [null, build, null],
      started: build,
      onTime: (now, fake) => {
        if (now > 600) fake.live = 2;
      },
    });
    expect(switched.result).toMatchObject({ outcome: 'switched', generation: { build: 2 } });
  });

  it('is not started when the service refuses, and that is said as it is', async () => {
    const { result } = await run({ sights: [{ ...build, purpose: 'rollback' }] });
    expect(result).toMatchObject({ problem: { code: 'projection.build-under-way' } });
  });
});

describe('a build that is under way already', () => {
  it('is joined without touching its throttle', async () => {
    const { result, asked, notes } = await run({ sights: [build, ready], answer: false });
    expect(asked).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('Joining a rebuild of ranking')]);
    expect(result).toMatchObject({ outcome: 'stands-by' });
  });

  it('gets another throttle when one is given', async () => {
    const request = { throttle: 9 };
    const { asked } = await run({ sights: [build, ready], started: build, request });
    expect(asked).toEqual([['start', 'ranking', { purpose: 'rebuild', throttle: 9 }]]);
  });

  it.each(['new-version', 'release'] as const)(
    'for %s is followed until it is switched to by itself; nobody is asked',
    async (purpose) => {
      const automatic = { ...ready, purpose };
      const { result, asked, shown } = await run({
        sights: [automatic, automatic, null],
        answer: true,
        onTime: (now, fake) => {
          if (now > 600) fake.live = 2;
        },
      });
      expect(result).toMatchObject({ outcome: 'switched' });
      expect([asked, shown]).toEqual([[], []]);
    },
  );
});

describe('Ctrl-C', () => {
  it('gives up the build that this command has started, after saying so', async () => {
    const { result, asked, notes } = await run({
      sights: [null, build],
      started: build,
      interruptAt: 1_000,
    });
    expect(result).toMatchObject({ outcome: 'given-up' });
    expect(asked).toEqual([start, ['cancel', 'ranking']]);
    expect(notes).toEqual([expect.stringContaining('Giving up the build of ranking')]);
  });

  describe('while the service opens its views again', () => {
    const opening = refusal(503, 'projection.not-following', 2);
    const interrupted = (troubles: readonly Error[]) => {
      let ended = 0;
      const outcome = run({
        sights: [null, build],
        started: build,
        interruptAt: 1_000,
        prepare: (fake) => fake.troubles.push(...troubles),
        onTime: (now) => {
          ended = now;
        },
      });
      return outcome.then((of) => ({ ...of, asked: of.asked.slice(1), waited: ended - 1_000 }));
    };
    const cancel = ['cancel', 'ranking'];

    it('asks again after the time it is told', async () => {
      const { result, asked, waited } = await interrupted([opening, opening]);
      expect(result).toMatchObject({ outcome: 'given-up' });
      expect([asked, waited]).toEqual([[cancel, cancel, cancel], 4_000]);
    });

    it('takes it for done when the build is gone after a try that was not answered', async () => {
      const gone = refusal(404, 'projection.no-build');
      const { result } = await interrupted([new ServiceUnreachable('http://a', null), gone]);
      expect(result).toMatchObject({ outcome: 'given-up' });
    });

    it('leaves it open after a few seconds, and says why', async () => {
      const { result, notes, waited } = await interrupted(Array.from({ length: 9 }, () => opening));
      expect(result).toMatchObject({ outcome: 'unanswered' });
      expect(waited).toBe(8_000);
      expect(notes.at(-1)).toBe('The service cannot give it up now: projection.not-following');
    });

    it('says at once what is refused for another reason', async () => {
      const refused = refusal(409, 'projection.build-under-way');
      const { result, asked } = await interrupted([refused]);
      expect(result).toMatchObject({ name: 'BuildLeftAlone', cause: refused });
      expect(asked).toEqual([cancel]);
    });
  });

  it('leaves a build alone that was under way before', async () => {
    const { result, asked } = await run({ sights: [build], interruptAt: 1_000 });
    expect(result).toMatchObject({ outcome: 'left' });
    expect(asked).toEqual([]);
  });
});

describe('a service that goes away', () => {
  const away = new ServiceUnreachable('http://a', null);

  it('is waited for, also while it does not know the build yet', async () => {
    const { result, notes, lines } = await run({
      sights: [null, build, away, refusal(503, 'server.unavailable'), null, null, ready],
      started: build,
    });
    expect(result).toMatchObject({ outcome: 'stands-by' });
    expect(notes).toEqual([expect.stringContaining('the build goes on when it is back')]);
    expect(lines).toContainEqual(expect.stringContaining('no answer for 1s, trying again'));
  });

  it('is given up after two minutes, and the build is not', async () => {
    const { result, asked } = await run({ sights: [null, build, away], started: build });
    expect(result).toBeInstanceOf(BuildLeftAlone);
    expect(result).toMatchObject({ view: 'ranking', cause: away });
    expect(asked).toEqual([start]);
  });

  it('is not mistaken for one that refuses', async () => {
    const expired = refusal(401, 'access.token-invalid');
    const { result } = await run({ sights: [null, build, expired], started: build });
    expect(result).toMatchObject({ name: 'BuildLeftAlone', cause: expired });
  });
});
