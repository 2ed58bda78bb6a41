import { type ServerDuplexStream } from '@grpc/grpc-js';
import { MAX_APPEND_BYTES, appendSize, validateAppend } from '../append/validate-append';
import { type WriteOutcome } from '../append/write-request';
import { type Writer } from '../append/writer';
import {
  decodeBatchAppend,
  type AppendTarget,
  type BatchAppendRequest,
  type ProposedEvent,
} from '../wire/append-requests';
import { encodeBatchFailure, encodeBatchSuccess, type BatchReply } from '../wire/append-responses';
import { BadRequest } from '../wire/identifiers';
import { type OpenCalls } from './open-calls';
import { failureOf } from './status';

type BatchCall = ServerDuplexStream<Buffer, Buffer>;

/** While this much waits for the writer, nothing more is taken from the call. */
const MAX_WAITING_BYTES = 16 * 1_048_576;

/** An append whose events are still arriving. */
interface Gathering {
  readonly target: AppendTarget;
  readonly events: ProposedEvent[];
  size: number;
}

/**
 * Streams.BatchAppend: one long call carries many appends, told apart by correlation id, each of
 * one or more requests. Every correlation is answered, in the order of the commits.
 */
export function batchAppendHandler(writer: Writer, calls: OpenCalls): (call: BatchCall) => void {
  return (call) => {
    const signal = calls.add(call);
    const gathering = new Map<string, Gathering>();
    let answering = 0;
    let waitingBytes = 0;
    let ended = false;
    const settled = (): void => {
      if (ended && answering === 0 && !signal.aborted) call.end();
    };
    const submit = async (correlationId: string, { target, events }: Gathering): Promise<void> => {
      const { stream, expected } = target;
      const message = await answer(writer, { correlationId, stream, expected }, target, events);
      if (!signal.aborted) call.write(message);
    };
    call.on('data', (message: Buffer) => {
      if (signal.aborted || calls.isStopping) return;
      try {
        const request = decodeBatchAppend(message, Date.now());
        const complete = gather(gathering, request);
        if (complete === undefined) return;
        answering++;
        waitingBytes += complete.size;
        if (waitingBytes > MAX_WAITING_BYTES) call.pause();
        submit(request.correlationId, complete)
          .catch((error: unknown) => {
            calls.end(call, failureOf(error));
          })
          .finally(() => {
            answering--;
            waitingBytes -= complete.size;
            if (waitingBytes <= MAX_WAITING_BYTES) call.resume();
            settled();
          });
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

function gather(
  gathering: Map<string, Gathering>,
  { correlationId, target, events, isFinal }: BatchAppendRequest,
): Gathering | undefined {
  const known = gathering.get(correlationId);
  if (known === undefined && target === undefined) {
    throw new BadRequest(`append ${correlationId} does not say where to`);
  }
  const append = known ?? {
    target: target ?? { stream: '', expected: 'any' },
    events: [],
    size: 0,
  };
  for (const event of events) {
    // Past the limit the append is refused whatever follows: nothing more needs to be kept.
    if (append.size <= MAX_APPEND_BYTES) append.events.push(event);
    append.size += appendSize(event);
  }
  if (isFinal) gathering.delete(correlationId);
  else gathering.set(correlationId, append);
  return isFinal ? append : undefined;
}

async function answer(
  writer: Writer,
  reply: BatchReply,
  target: AppendTarget,
  events: readonly ProposedEvent[],
): Promise<Buffer> {
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
