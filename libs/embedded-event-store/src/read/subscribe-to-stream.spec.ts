import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Writer } from '../append/writer';
import { EventLog } from '../storage/event-log';
import { metadataStreamOf } from '../storage/stream-metadata';
import { type ReadRequest } from '../wire/read-requests';
import { type Reply } from './reply';
import { subscribeToStream } from './subscribe-to-stream';
import { Tail } from './tail';

const STREAM = 'note-1';
const request: ReadRequest = {
  stream: STREAM,
  from: 'start',
  direction: 'forwards',
  resolveLinks: false,
  until: 'subscription',
};

let directory: string;
let log: EventLog;
let writer: Writer;
let tail: Tail;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-subscription-'));
  log = EventLog.open(directory);
  tail = new Tail();
  const committed = (streams: Iterable<string>): void => {
    tail.publish(streams);
  };
  writer = new Writer(log, { committed, failed: () => undefined });
});
afterEach(async () => {
  await log.close();
  await rm(directory, { recursive: true });
});

async function append(stream: string, ...texts: readonly string[]): Promise<void> {
  const events = texts.map((text) => ({
    id: randomUUID(),
    type: 'Noted',
    contentType: 'application/octet-stream',
    data: Buffer.from(text),
    metadata: Buffer.alloc(0),
  }));
  await writer.submit({ kind: 'append', target: { stream, expected: 'any' }, events });
}

/** Which of the texts a subscription from the start is sent while `work` is done. */
async function sentDuring(texts: readonly string[], work: () => Promise<void>): Promise<string[]> {
  const gone = new AbortController();
  const sent: Buffer[] = [];
  const reply: Reply = {
    signal: gone.signal,
    write: (message) => sent.push(message) > 0,
    drained: () => Promise.resolve(),
  };
  const ended = subscribeToStream(log, tail, STREAM, request, reply);
  await work();
  await nextTurn();
  gone.abort();
  await ended;
  const all = Buffer.concat(sent).toString('latin1');
  return texts.filter((text) => all.includes(text));
}

describe('a subscription that found nothing for what the metadata hides', () => {
  const hide = {
    'a soft delete': () =>
      writer.submit({ kind: 'delete', target: { stream: STREAM, expected: 'any' } }),
    'a truncation beyond the end': () => append(metadataStreamOf(STREAM), '{"$tb":3}'),
  };

  it.each(Object.entries(hide))(
    'is not sent the hidden events when the stream goes on: %s',
    async (_, hidden) => {
      const texts = ['first', 'second', 'third', 'fourth'];
      await append(STREAM, 'first', 'second');
      await hidden();
      const sent = await sentDuring(texts, async () => {
        await nextTurn();
        await append(STREAM, 'third');
        await append(STREAM, 'fourth');
      });
      expect(sent).toEqual(['third', 'fourth']);
    },
  );
});
