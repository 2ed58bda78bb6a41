import { MAX_APPEND_BYTES, appendSize } from '../append/validate-append';
import {
  type AppendTarget,
  type BatchAppendRequest,
  type ProposedEvent,
} from '../wire/append-requests';
import { BadRequest } from '../wire/identifiers';
import { type BatchFailure } from '../wire/append-responses';

export interface GatheredAppend {
  readonly correlationId: string;
  readonly target: AppendTarget;
  readonly events: ProposedEvent[];
  /** Bytes that count towards the limit. */
  size: number;
  /** Known before the last request came: what still comes is then left out. */
  failure?: BatchFailure;
}

/** Of one call. No client has this much under way; it is there so that memory has a bound. */
const MAX_GATHERED_BYTES = 64 * 1_048_576;
/** What an append and each of its events cost besides their contents. */
const FRAMING_BYTES = 256;

/**
 * The appends of one BatchAppend call whose events are still arriving, by correlation id. Each is
 * handed on once: when it is whole, or as soon as it is clear that it will be refused.
 */
export class GatheredAppends {
  private readonly appends = new Map<string, GatheredAppend>();
  private bytes = 0;

  /**
   * What is to be answered after this request, if anything. Requests of an append that was refused,
   * or that never said where to, are passed over: the client expects one answer, not two. Throws
   * `BadRequest` when too much waits for its last request.
   */
  add(request: BatchAppendRequest, now: number): GatheredAppend | undefined {
    const { correlationId, target, events, isFinal } = request;
    const known = this.appends.get(correlationId);
    const append =
      known ?? (target && { correlationId, target, events: [] as ProposedEvent[], size: 0 });
    if (append === undefined) return undefined;
    this.bytes -= known === undefined ? 0 : costOf(known);
    for (const event of events) {
      append.events.push(event);
      append.size += appendSize(event);
    }
    const failure = failureOf(append, request, now);
    if (isFinal || failure !== undefined) this.appends.delete(correlationId);
    else this.keep(append);
    if (failure !== undefined) return { ...append, failure };
    return isFinal ? append : undefined;
  }

  private keep(append: GatheredAppend): void {
    this.appends.set(append.correlationId, append);
    this.bytes += costOf(append);
    if (this.bytes > MAX_GATHERED_BYTES) {
      throw new BadRequest('too many appends wait for their last request');
    }
  }
}

function costOf({ size, events }: GatheredAppend): number {
  return size + (events.length + 1) * FRAMING_BYTES;
}

function failureOf(
  { target, size }: GatheredAppend,
  { problem }: BatchAppendRequest,
  now: number,
): BatchFailure | undefined {
  if (target.deadline !== undefined && target.deadline <= now) return { kind: 'timeout' };
  if (problem !== undefined) return { kind: 'bad-request', message: problem };
  return size > MAX_APPEND_BYTES ? { kind: 'too-large', limit: MAX_APPEND_BYTES } : undefined;
}
