import { type JejakClient, RequestRefused } from '@jejak/client';

import { refusal } from '../testing/fake-operations';
import { type RawEvent, replayStream } from './replay';

const stream = 'pact-a/b';
const path = '/v1/audit/streams/pact-a%2Fb';
const far = 2n ** 60n;

const event = (revision: number): RawEvent => ({
  revision: String(revision),
  position: `${revision}/${revision}`,
  type: 'PactSigned',
  data: {},
  metadata: { recordedAt: '2026-01-02T00:00:00.000Z', actor: { id: 'u' } },
});

const cannotRead = (revision: string): RequestRefused =>
  new RequestRefused({
    status: 500,
    code: 'store.unreadable-event',
    title: 'x',
    event: { stream, revision, reason: 'unknown type' },
  });

/** Answers in pages of two with a stream of `count` events, of which one may be unreadable. */
function service(count: number, unreadable = Infinity) {
  const asked: string[] = [];
  const upTo = (query: URLSearchParams): number => {
    const at = query.get('atRevision');
    return at === null ? count - 1 : Number(at);
  };
  const answer = (address: string, query: URLSearchParams): unknown => {
    if (address.endsWith('/state')) {
      const last = upTo(query);
      if (last >= unreadable) throw cannotRead(String(unreadable));
      return { stream, revision: String(last), recordedAt: null, state: { at: last } };
    }
    const from = Number(query.get('from') ?? 0);
    if (from === unreadable) throw cannotRead(String(unreadable));
    const end = Math.min(from + 2, count, unreadable);
    const items = Array.from({ length: end - from }, (_, index) => event(from + index));
    return { items, next: end < count ? `${path}?from=${end}` : null };
  };
  const client: Pick<JejakClient, 'get'> = {
    get: <Reply>(asking: string, query: Readonly<Record<string, string | undefined>> = {}) => {
      const url = new URL(asking, 'http://a');
      for (const [name, value] of Object.entries(query)) {
        if (value !== undefined) url.searchParams.set(name, value);
      }
      asked.push(url.pathname + url.search);
      return new Promise<Reply>((resolve) => {
        resolve(answer(url.pathname, url.searchParams) as Reply);
      });
    },
  };
  return { client, asked };
}

const revisions = (events: readonly RawEvent[]): string[] => events.map(({ revision }) => revision);

describe('a replay', () => {
  it('reads every page up to the state it was asked for, and none beyond', async () => {
    const { client, asked } = service(6);
    const whole = await replayStream(client, stream, {});
    expect(revisions(whole.events)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(whole).toMatchObject({ state: { revision: '5' }, unreadable: null });
    asked.length = 0;
    const early = await replayStream(client, stream, { atRevision: '1' });
    expect(revisions(early.events)).toEqual(['0', '1']);
    expect(asked).toEqual([`${path}/state?atRevision=1`, `${path}?limit=500`]);
  });

  it.each([1, 2, 3, 4])(
    'ends before the event that cannot be read, and keeps its name: %i',
    async (at) => {
      const { client } = service(6, at);
      const { state, events, unreadable } = await replayStream(client, stream, {});
      expect(revisions(events)).toEqual(Array.from({ length: at }, (_, index) => String(index)));
      expect(state).toMatchObject({ revision: String(at - 1), state: { at: at - 1 } });
      expect(unreadable?.problem.event).toEqual({
        stream,
        revision: String(at),
        reason: 'unknown type',
      });
    },
  );

  it('is complete where that event comes later than the moment asked for', async () => {
    const { client } = service(6, 4);
    const { events, unreadable } = await replayStream(client, stream, { atRevision: '3' });
    expect([revisions(events), unreadable]).toEqual([['0', '1', '2', '3'], null]);
  });

  it('shows nothing where nothing can be read, and says why', async () => {
    await expect(replayStream(service(6, 0).client, stream, {})).rejects.toMatchObject({
      problem: { event: { revision: '0' } },
    });
    const gone = { get: () => Promise.reject(cannotRead(far.toString())) };
    await expect(replayStream(gone, stream, {})).rejects.toMatchObject({
      problem: { event: { revision: far.toString() } },
    });
  });

  it('leaves every other refusal as it is', async () => {
    const other = refusal(404, 'resource.not-found');
    const client = { get: () => Promise.reject(other) };
    await expect(replayStream(client, stream, {})).rejects.toBe(other);
  });
});
