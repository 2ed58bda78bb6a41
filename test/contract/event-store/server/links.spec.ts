import { binaryEvent, streamNameFilter, type ResolvedEvent } from '@eventstore/db-client';
import { collect, newStream, noted, notedUpTo, positionOf, take, useConnection } from './support';

const connected = useConnection();

const link = (data: string) => binaryEvent({ type: '$>', data: Buffer.from(data) });

/** A stream with one link to each of the given events. */
async function linksTo(...targets: string[]): Promise<string> {
  const stream = newStream('links');
  await connected.client.appendToStream(stream, targets.map(link));
  return stream;
}

const resolved = (stream: string): Promise<ResolvedEvent[]> =>
  collect(connected.client.readStream(stream, { resolveLinkTos: true }));

describe('a link', () => {
  const source = newStream();
  beforeAll(() => connected.client.appendToStream(source, notedUpTo(3)));

  it('is an event like others to who does not ask for more', async () => {
    const stream = await linksTo(`1@${source}`);
    const [plain] = await collect(connected.client.readStream(stream));
    expect(plain).toMatchObject({ event: { streamId: stream, type: '$>', revision: 0n } });
    expect(plain?.link).toBeUndefined();
    expect(Buffer.from(plain?.event?.data as Uint8Array).toString()).toBe(`1@${source}`);
  });

  it('brings the event it names, and itself, to who asks for that', async () => {
    const stream = await linksTo(`2@${source}`, `0@${source}`);
    const [last] = await collect(connected.client.readStream(source, { fromRevision: 2n }));
    const [first, second] = await resolved(stream);
    expect(first?.event).toEqual(last?.event);
    expect(first?.link).toMatchObject({ streamId: stream, type: '$>', revision: 0n });
    expect(first?.commitPosition).toBe(first?.link?.position?.commit);
    expect(second?.event).toMatchObject({ streamId: source, revision: 0n });
  });

  it('is followed backwards, in $all and in subscriptions too', async () => {
    const stream = newStream('links');
    const { position } = await connected.client.appendToStream(stream, link(`1@${source}`));
    const expected = { event: { streamId: source, revision: 1n }, link: { streamId: stream } };
    const resolveLinkTos = true;
    const options = { direction: 'backwards', fromRevision: 'end', resolveLinkTos } as const;
    const [last] = await collect(connected.client.readStream(stream, options));
    expect(last).toMatchObject(expected);
    const [inAll] = await collect(
      connected.client.readAll({ fromPosition: position!, maxCount: 1, resolveLinkTos }),
    );
    expect(inAll).toMatchObject(expected);
    const [followed] = await take(
      connected.client.subscribeToStream(stream, { resolveLinkTos }),
      1,
    );
    expect(followed).toMatchObject(expected);
    const filter = streamNameFilter({ prefixes: [stream] });
    const toAll = connected.client.subscribeToAll({ filter, resolveLinkTos });
    const [filtered] = await take(toAll, 1);
    expect(filtered).toMatchObject(expected);
  });

  it('is found by the name of its own stream, not by that of the event', async () => {
    const mark = positionOf(await connected.client.appendToStream(newStream(), noted(0)));
    const stream = await linksTo(`0@${source}`);
    await connected.client.appendToStream(source, noted(3));
    const filter = streamNameFilter({ prefixes: [source] });
    const options = { fromPosition: mark, filter, resolveLinkTos: true };
    const [first] = await take(connected.client.subscribeToAll(options), 1);
    expect(first?.link).toBeUndefined();
    expect(first?.event).toMatchObject({ streamId: source, revision: 3n });
    expect(await resolved(stream)).toHaveLength(1);
  });

  it('to a link brings that link', async () => {
    const inner = await linksTo(`0@${source}`);
    const [outer] = await resolved(await linksTo(`0@${inner}`));
    expect(outer?.event).toMatchObject({ streamId: inner, type: '$>' });
  });

  it('names a stream by any name, with the sign in it and not in ASCII', async () => {
    const stream = `pakta@Çeşme@📜-${newStream()}`;
    await connected.client.appendToStream(stream, noted(0));
    const [first] = await resolved(await linksTo(`0@${stream}`));
    expect(first?.event).toMatchObject({ streamId: stream, revision: 0n });
  });
});

describe('a link that leads nowhere comes alone', () => {
  const remove = async (how: (stream: string) => Promise<unknown>) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, notedUpTo(2));
    await how(stream);
    return `0@${stream}`;
  };

  it.each<[string, () => Promise<string>]>([
    ['to a stream never written', () => Promise.resolve(`0@${newStream()}`)],
    [
      'to a revision to come',
      () => remove(() => Promise.resolve()).then((to) => `2${to.slice(1)}`),
    ],
    ['to a deleted stream', () => remove((to) => connected.client.deleteStream(to))],
    ['to a tombstoned stream', () => remove((to) => connected.client.tombstoneStream(to))],
    [
      'to an event before $tb',
      () => remove((to) => connected.client.setStreamMetadata(to, { truncateBefore: 1 })),
    ],
    [
      'to an event beyond $maxCount',
      () => remove((to) => connected.client.setStreamMetadata(to, { maxCount: 1 })),
    ],
    ['that is malformed', () => Promise.resolve('nowhere')],
    ['without a number', () => Promise.resolve('x@nowhere')],
  ])('%s', async (_title, target) => {
    const stream = await linksTo(await target());
    const [broken, ...others] = await resolved(stream);
    expect(others).toEqual([]);
    expect(broken?.event).toBeUndefined();
    expect(broken?.link).toMatchObject({ streamId: stream, type: '$>', revision: 0n });
    expect(broken?.commitPosition).toBe(broken?.link?.position?.commit);
  });
});
