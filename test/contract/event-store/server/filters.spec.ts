import {
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  streamNameFilter,
  type Filter,
  type Position,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  newStream,
  noted,
  numbers,
  once,
  positionOf,
  rejection,
  take,
  upTo,
  useConnection,
} from './support';

const connected = useConnection();
const category = `kept${randomUUID().slice(0, 8)}`;
let start: Position;

beforeAll(async () => {
  start = positionOf(await connected.client.appendToStream(newStream(), noted(0)));
  for (const n of upTo(40)) {
    const kept = jsonEvent({ type: `${category}Scored`, data: { n } });
    await connected.client.appendToStream(newStream(category), kept);
    await connected.client.appendToStream(
      newStream('dropped'),
      upTo(3).map(() => jsonEvent({ type: 'Dropped', data: { n } })),
    );
  }
});

describe('a filtered subscription to $all', () => {
  it.each<[string, Filter]>([
    ['a stream prefix', streamNameFilter({ prefixes: [`${category}-`] })],
    ['one of several prefixes', streamNameFilter({ prefixes: ['nobody-', `${category}-`] })],
    ['a stream expression', streamNameFilter({ regex: `^${category}-[0-9a-f-]+$` })],
    [
      'an expression that is met in the middle',
      streamNameFilter({ regex: `${category.slice(2)}-` }),
    ],
    ['a choice of expressions', streamNameFilter({ regex: `^nobody-|^${category}-` })],
    ['what a name must not begin with', streamNameFilter({ regex: `^(?!dropped-)${category}-` })],
    ['a type prefix', eventTypeFilter({ prefixes: [category] })],
    ['a type expression', eventTypeFilter({ regex: `^(${category}|never)Sc.red$` })],
    [
      'an expression in any case',
      eventTypeFilter({ regex: `(?i)^${category.toUpperCase()}SCORED$` }),
    ],
  ])('by %s delivers what matches, in order', async (_title, filter) => {
    const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
    const events = await take(subscription, 40);
    expect(numbers(events)).toEqual(upTo(40));
    expect(events.every(({ event }) => event?.type === `${category}Scored`)).toBe(true);
  });

  it('delivers what matches when it comes, and nothing else', async () => {
    const prefix = `later${randomUUID().slice(0, 8)}`;
    const filter = streamNameFilter({ prefixes: [prefix] });
    const subscription = connected.client.subscribeToAll({ fromPosition: 'end', filter });
    const taken = take(subscription, 20);
    await once(subscription, 'caughtUp');
    for (const n of upTo(20)) {
      await connected.client.appendToStream(newStream(prefix), noted(n));
      await connected.client.appendToStream(newStream('other'), noted(-1));
    }
    expect(numbers(await taken)).toEqual(upTo(20));
  });

  it('leaves out what the server itself writes', async () => {
    const stream = newStream();
    await connected.client.setStreamMetadata(stream, { maxCount: 10 });
    await connected.client.appendToStream(stream, noted(1));
    const filter = excludeSystemEvents();
    const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
    for (const { event } of await take(subscription, 161)) expect(event?.type).not.toMatch(/^\$/u);
  });

  it('finds types and streams that are not in ASCII', async () => {
    const type = `Çeşme📜${category}`;
    const stream = `Ürün-${newStream()}`;
    await connected.client.appendToStream(stream, jsonEvent({ type, data: { n: 1 } }));
    for (const filter of [
      eventTypeFilter({ prefixes: ['Çeşme📜'] }),
      eventTypeFilter({ regex: '^\\wzz|^Ç\\w+me📜' }),
      streamNameFilter({ prefixes: ['Ürün-'] }),
      streamNameFilter({ regex: '^Ür[üu]n-' }),
    ]) {
      const subscription = connected.client.subscribeToAll({ fromPosition: start, filter });
      const [found] = await take(subscription, 1);
      expect(found?.event).toMatchObject({ type, streamId: stream });
    }
  });

  it.each(['(', '[a', 'a{3,2}'])('by the expression %s is refused', async (regex) => {
    const filter = eventTypeFilter({ regex });
    const subscription = connected.client.subscribeToAll({ filter });
    expect((await rejection(take(subscription, 1))).message).toMatch(/^\d+ \w+: /u);
  });
});
