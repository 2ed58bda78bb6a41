import { type ServerWritableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { readAll } from '../read/read-all';
import { readStream } from '../read/read-stream';
import { type Reply } from '../read/reply';
import { subscribeToAll } from '../read/subscribe-to-all';
import { subscribeToStream } from '../read/subscribe-to-stream';
import { type Tail } from '../read/tail';
import { compileFilter } from '../read/filter';
import { type EventLog } from '../storage/event-log';
import { decodeRead, type ReadRequest } from '../wire/read-requests';
import { encodeConfirmation } from '../wire/read-responses';
import { type OpenCalls } from './open-calls';
import { failureOf } from './status';

type ReadCall = ServerWritableStream<Buffer, Buffer>;

/** Streams.Read: reads and subscriptions of a stream and of `$all`. */
export function readHandler(log: EventLog, tail: Tail, calls: OpenCalls): (call: ReadCall) => void {
  return (call) => {
    const signal = calls.add(call);
    answer(log, tail, call, signal).then(
      () => {
        if (!signal.aborted) call.end();
      },
      (error: unknown) => {
        calls.end(call, failureOf(error));
      },
    );
  };
}

async function answer(
  log: EventLog,
  tail: Tail,
  call: ReadCall,
  signal: AbortSignal,
): Promise<void> {
  const request = decodeRead(call.request);
  const reply = replyTo(call, signal);
  if (request.until !== 'subscription') return read(log, request, reply);
  compileFilter(request.filter);
  reply.write(encodeConfirmation(randomUUID()));
  return request.stream === undefined
    ? subscribeToAll(log, tail, request, reply)
    : subscribeToStream(log, tail, request.stream, request, reply);
}

function read(log: EventLog, request: ReadRequest, reply: Reply): Promise<void> {
  return request.stream === undefined
    ? readAll(log, request, reply)
    : readStream(log, request.stream, request, reply);
}

/** A cancelled call never drains: abort has to end the wait as well. */
function replyTo(call: ReadCall, signal: AbortSignal): Reply {
  return {
    signal,
    write: (message) => signal.aborted || call.write(message),
    drained: () =>
      new Promise((resolve) => {
        const done = (): void => {
          call.off('drain', done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        call.on('drain', done);
        signal.addEventListener('abort', done);
        if (signal.aborted || !call.writableNeedDrain) done();
      }),
  };
}
