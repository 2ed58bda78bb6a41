/** What the node knows of one stream without reading its events. */
export interface StreamState {
  /** Short key of the stream in the revision index. */
  readonly id: number;
  /** Revision of the last event; -1 before the first. */
  readonly last: number;
  /** Hard-deleted: nothing can ever be appended or read again. */
  readonly tombstoned: boolean;
}

export const STREAM_STATE_BYTES = 13;

export function encodeStreamState(state: StreamState): Buffer {
  const bytes = Buffer.allocUnsafe(STREAM_STATE_BYTES);
  bytes.writeUInt32BE(state.id, 0);
  bytes.writeDoubleBE(state.last, 4);
  bytes.writeUInt8(state.tombstoned ? 1 : 0, 12);
  return bytes;
}

export function decodeStreamState(bytes: Buffer): StreamState {
  return {
    id: bytes.readUInt32BE(0),
    last: bytes.readDoubleBE(4),
    tombstoned: bytes.readUInt8(12) === 1,
  };
}
