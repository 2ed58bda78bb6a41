import {
  DeadlineExceededError,
  RequiredMetadataPropertyMissingError,
  StreamNotFoundError,
  jsonEvent,
} from '@eventstore/db-client';
import { type StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import { randomUUID } from 'node:crypto';
import { append, appendRequests, batchAppend, batchRequest, openRawStreams } from './raw-streams';
import { newStream, noted, notedUpTo, rejection, upTo, useConnection } from './support';

const connected = useConnection();
let raw: StreamsClient;
beforeAll(() => {
  raw = openRawStreams(connected.store.connectionString);
});
afterAll(() => {
  raw.close();
});

const nothingIn = async (stream: string): Promise<void> => {
  expect(await rejection(connected.read(stream))).toBeInstanceOf(StreamNotFoundError);
};

describe('an append down a call of its own', () => {
  it.each([
    ['a type', { 'content-type': 'application/json' }],
    ['a content type', { type: 'Noted' }],
    ['either', {}],
  ])('of an event without %s is refused for that', async (_title, properties) => {
    const stream = newStream();
    const error = await rejection(append(raw, appendRequests(stream, properties)));
    expect(error).toBeInstanceOf(RequiredMetadataPropertyMissingError);
    expect(error).toMatchObject({ requiredMetadataProperties: ['type', 'content-type'] });
    await nothingIn(stream);
  });

  it('that does not say where to is refused', async () => {
    const [, event] = appendRequests(newStream());
    const error = await rejection(append(raw, [event!]));
    expect(error.message).toMatch(/^\d+ \w+: /u);
  });
});

describe('the batch call', () => {
  const ERROR = (typeName: string) => `event_store.client.${typeName}`;

  it('answers each of its appends by its own id, whatever becomes of the others', async () => {
    const streams = upTo(4).map(() => newStream());
    const [good, noType, badId, nilId] = streams as [string, string, string, string];
    const ids = upTo(4).map(() => randomUUID());
    const [a, b, c, d] = ids as [string, string, string, string];
    const answers = await batchAppend(raw, [
      batchRequest({ correlationId: b, stream: noType, properties: { 'content-type': 'x' } }),
      batchRequest({ correlationId: c, stream: badId, eventIds: ['not an id'] }),
      batchRequest({
        correlationId: d,
        stream: nilId,
        eventIds: ['00000000-0000-0000-0000-000000000000'],
      }),
      batchRequest({ correlationId: a, stream: good }),
    ]);
    expect([...answers.keys()].toSorted()).toEqual(ids.toSorted());
    expect(answers.get(a)?.getSuccess()?.getCurrentRevision()).toBe('0');
    for (const id of [b, c, d]) {
      expect(answers.get(id)?.getError()?.getDetails()?.getTypeName()).toBe(ERROR('BadRequest'));
    }
    for (const stream of [noType, badId, nilId]) await nothingIn(stream);
  });

  it('takes one append from several requests, among those of others', async () => {
    const [one, other] = [newStream(), newStream()];
    const [a, b] = [randomUUID(), randomUUID()];
    const answers = await batchAppend(raw, [
      batchRequest({ correlationId: a, stream: one, isFinal: false }),
      batchRequest({ correlationId: b, stream: other, isFinal: false }),
      batchRequest({ correlationId: a, isFinal: false }),
      batchRequest({ correlationId: b }),
      batchRequest({ correlationId: a, eventIds: [] }),
    ]);
    expect(answers.get(a)?.getSuccess()?.getCurrentRevision()).toBe('1');
    expect(answers.get(b)?.getSuccess()?.getCurrentRevision()).toBe('1');
  });

  it('writes nothing of an append whose end never came', async () => {
    const stream = newStream();
    const part = batchRequest({ correlationId: randomUUID(), stream, isFinal: false });
    expect((await batchAppend(raw, [part])).size).toBe(0);
    await nothingIn(stream);
  });

  it('lives on when an event has an id that is none', async () => {
    const stream = newStream();
    const broken = jsonEvent({ id: 'not an id', type: 'Noted', data: {} });
    const refused = rejection(connected.client.appendToStream(stream, broken));
    const others = upTo(5).map((n) => connected.client.appendToStream(stream, noted(n)));
    expect(await refused).toMatchObject({ type: 'unknown' });
    await Promise.all(others);
    expect(await connected.read(stream)).toEqual(upTo(5));
  });

  it.each([
    ['without hyphens', (id: string) => id.replaceAll('-', '')],
    ['in braces', (id: string) => `{${id}}`],
  ])('knows an id %s for the same', async (_title, written) => {
    const stream = newStream();
    const id = randomUUID();
    const first = await connected.client.appendToStream(stream, noted(0, written(id)));
    expect(await connected.client.appendToStream(stream, noted(0, id))).toEqual(first);
    expect(await connected.read(stream)).toEqual([0]);
  });
});

describe('a deadline', () => {
  it('that has passed when the append arrives leaves it unwritten', async () => {
    const stream = newStream();
    const late = connected.client.appendToStream(stream, noted(0), { deadline: -1_000 });
    expect(await rejection(late)).toBeInstanceOf(DeadlineExceededError);
    await nothingIn(stream);
  });

  it('comes before the size, and is told once for an append of many requests', async () => {
    const stream = newStream();
    const late = connected.client.appendToStream(stream, notedUpTo(30_000), {
      deadline: 1,
      batchAppendSize: 100_000,
    });
    expect(await rejection(late)).toBeInstanceOf(DeadlineExceededError);
    expect(await connected.client.appendToStream(stream, noted(0))).toMatchObject({
      nextExpectedRevision: 0n,
    });
  });

  it.each(['deleteStream', 'tombstoneStream'] as const)('ends %s as well', async (remove) => {
    const stream = newStream();
    await connected.client.appendToStream(stream, noted(0));
    const late = connected.client[remove](stream, { deadline: -1 });
    expect(await rejection(late)).toBeInstanceOf(DeadlineExceededError);
    expect(await connected.read(stream)).toEqual([0]);
  });
});

describe('a stream without a name', () => {
  it('cannot be written', async () => {
    const refused = connected.client.appendToStream('', noted(0));
    expect(await rejection(refused)).toMatchObject({ type: 'unknown' });
    expect(await rejection(connected.client.deleteStream(''))).toBeInstanceOf(Error);
  });
});
