import { MAX_TYPE_BYTES } from '../storage/event-record';
import { type AppendTarget, type ProposedEvent } from '../wire/append-requests';

/** Sum over the events of one append, as the real server's default `MaxAppendSize`. */
export const MAX_APPEND_BYTES = 1_048_576;

export type InvalidAppend =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'missing-metadata'; readonly message: string }
  | { readonly kind: 'bad-request'; readonly message: string };

/** LMDB takes longer names (by digest), metadata trailers and people do not. */
const MAX_STREAM_NAME_BYTES = 65_535;

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** A type counts twice: the server keeps it in UTF-16. */
export function appendSize(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}

export function validateTarget({ stream }: AppendTarget): InvalidAppend | undefined {
  if (stream === '') return { kind: 'bad-request', message: 'the stream name is empty' };
  if (stream === '$$') return { kind: 'bad-request', message: '"$$" describes no stream' };
  if (stream === '$all') return { kind: 'bad-request', message: '$all cannot be written to' };
  if (Buffer.byteLength(stream) > MAX_STREAM_NAME_BYTES) {
    return {
      kind: 'bad-request',
      message: `the stream name is over ${MAX_STREAM_NAME_BYTES} bytes`,
    };
  }
  return undefined;
}

export function validateAppend(
  target: AppendTarget,
  events: readonly ProposedEvent[],
): InvalidAppend | undefined {
  const invalidTarget = validateTarget(target);
  if (invalidTarget !== undefined) return invalidTarget;
  let size = 0;
  for (const event of events) {
    const invalid = validateEvent(event);
    if (invalid !== undefined) return invalid;
    size += appendSize(event);
    if (size > MAX_APPEND_BYTES) return { kind: 'too-large', limit: MAX_APPEND_BYTES };
  }
  return undefined;
}

export function validateEvent(event: ProposedEvent): InvalidAppend | undefined {
  if (event.id === '' || event.id === NIL_UUID) {
    return { kind: 'bad-request', message: 'an event has no id' };
  }
  if (event.type === '' || event.contentType === '') {
    return { kind: 'missing-metadata', message: 'an event has no type or no content-type' };
  }
  if (Buffer.byteLength(event.type) > MAX_TYPE_BYTES) {
    return { kind: 'bad-request', message: `an event type is over ${MAX_TYPE_BYTES} bytes` };
  }
  return undefined;
}
