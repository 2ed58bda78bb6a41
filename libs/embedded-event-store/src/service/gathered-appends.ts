import { MAX_APPEND_BYTES, appendSize } from '../append/validate-append';
import {
  type AppendTarget,
  type BatchAppendRequest,
  type ProposedEvent,
} from '../wire/append-requests';
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

/**
 * The appends of one BatchAppend call whose events are still arriving, by correlation id. Each is
 * handed on once: when it is whole, or as soon as it is clear that it will be refused.
 */
export class GatheredAppends {
  private readonly appends = new Map<string, GatheredAppend>();

  /**
   * What is to be answered after this request, if anything. Requests of an append that was refused,
   * or that never said where to, are passed over: the client expects one answer, not two.
   */
  add(request: BatchAppendRequest, now: number): GatheredAppend | undefined {
    const { correlationId, target, events, isFinal } = request;
    const append: GatheredAppend | undefined = target
      ? { correlationId, target, events: [], size: 0 }
      : this.appends.get(correlationId);
    if (append === undefined) return undefined;
    for (const event of events) {
      append.events.push(event);
      append.size += appendSize(event);
    }
    const failure = failureOf(append, request, now);
    if (isFinal || failure !== undefined) this.appends.delete(correlationId);
    else this.appends.set(correlationId, append);
    if (failure !== undefined) return { ...append, failure };
    return isFinal ? append : undefined;
  }
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
