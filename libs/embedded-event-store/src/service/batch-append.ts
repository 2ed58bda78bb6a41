import { type ServerDuplexStream } from '@grpc/grpc-js';
import { validateAppend } from '../append/validate-append';
import { type WriteOutcome } from '../append/write-request';
import { type Writer } from '../append/writer';
import { decodeBatchAppend } from '../wire/append-requests';
import { encodeBatchFailure, encodeBatchSuccess, type BatchReply } from '../wire/append-responses';
import { GatheredAppends, type GatheredAppend } from './gathered-appends';
import { type OpenCalls } from './open-calls';
import { failureOf } from './status';

type BatchCall = ServerDuplexStream<Buffer, Buffer>;

/** While this much waits for the writer or for the client to take the answers, nothing is taken. */
const MAX_WAITING_BYTES = 16 * 1_048_576;
/** What an append costs the node besides its events. */
const APPEND_BYTES = 512;

/**
 * Streams.BatchAppend: one long call carries many appends, told apart by correlation id, each of
 * one or more requests. Every append is answered once, in the order of the commits.
 */
export function batchAppendHandler(writer: Writer, calls: OpenCalls): (call: BatchCall) => void {
  return (call) => {
    const signal = calls.add(call);
    const gathered = new GatheredAppends();
    let answering = 0;
    let waitingBytes = 0;
    let ended = false;
    const settled = (): void => {
      if (ended && answering === 0 && !signal.aborted) call.end();
    };
    const submit = (append: GatheredAppend): void => {
      const bytes = append.size + APPEND_BYTES;
      answering++;
      waitingBytes += bytes;
      if (waitingBytes > MAX_WAITING_BYTES) call.pause();
      const taken = (): void => {
        answering--;
        waitingBytes -= bytes;
        if (waitingBytes <= MAX_WAITING_BYTES) call.resume();
        settled();
      };
      answer(writer, append).then(
        (message) => {
          if (!signal.aborted) call.write(message, taken);
        },
        (error: unknown) => {
          calls.end(call, failureOf(error));
        },
      );
    };
    call.on('data', (message: Buffer) => {
      if (signal.aborted || calls.isStopping) return;
      try {
        const now = Date.now();
        const append = gathered.add(decodeBatchAppend(message, now), now);
        if (append !== undefined) submit(append);
      } catch (error) {
        calls.end(call, failureOf(error));
      }
    });
    call.on('end', () => {
      ended = true;
      settled();
    });
  };
}

async function answer(writer: Writer, append: GatheredAppend): Promise<Buffer> {
  const { correlationId, target, events, failure } = append;
  const { stream, expected } = target;
  const reply: BatchReply = { correlationId, stream, expected };
  if (failure !== undefined) return encodeBatchFailure(reply, failure);
  const invalid = validateAppend(target, events);
  if (invalid === undefined)
    return encode(reply, await writer.submit({ kind: 'append', target, events }));
  return encodeBatchFailure(
    reply,
    invalid.kind === 'too-large' ? invalid : { kind: 'bad-request', message: invalid.message },
  );
}

function encode(reply: BatchReply, outcome: WriteOutcome): Buffer {
  return outcome.kind === 'success'
    ? encodeBatchSuccess(reply, outcome)
    : encodeBatchFailure(reply, outcome);
}
