import { encodeStreamIdentifier } from './identifiers';
import { ProtoWriter } from './proto-writer';

/** Tags, lengths and a position around an event, and room for one number more. */
const FRAMING_BYTES = 48;

/** Stored `RecordedEvent` bytes, wrapped for one reader. The link is there when one was followed. */
export function encodeReadEvent(event: Buffer, position: number, link?: Buffer): Buffer {
  return new ProtoWriter(event.length + (link?.length ?? 0) + FRAMING_BYTES)
    .message(1, (message) => {
      message.bytes(1, event);
      if (link !== undefined) message.bytes(2, link);
      message.uint(3, position);
    })
    .finish();
}

/** A link whose target is gone: the protocol sends the link alone. */
export function encodeUnresolvedLink(link: Buffer, position: number): Buffer {
  return new ProtoWriter()
    .message(1, (message) => message.bytes(2, link).uint(3, position))
    .finish();
}

export function encodeConfirmation(subscriptionId: string): Buffer {
  return new ProtoWriter().message(2, (message) => message.string(1, subscriptionId)).finish();
}

export function encodeCheckpoint(position: number): Buffer {
  return new ProtoWriter()
    .message(3, (message) => message.uint(1, position).uint(2, position))
    .finish();
}

export function encodeStreamNotFound(stream: string): Buffer {
  return new ProtoWriter()
    .message(4, (message) => {
      encodeStreamIdentifier(message, 1, stream);
    })
    .finish();
}

export function encodeCaughtUp(): Buffer {
  return new ProtoWriter().empty(8).finish();
}
