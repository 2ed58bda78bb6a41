import { documentIn, fieldOf, isObject, type Value } from '../bson/value';
import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';

export const opReply = 1;
export const opQuery = 2004;
export const opMsg = 2013;

const checksumPresent = 0x1;
const moreToCome = 0x2;

/** A command as it came, whichever framing carried it. */
export interface Request {
  readonly requestId: number;
  readonly framing: 'msg' | 'query';
  readonly body: Value;
  /** Document sequences (kind 1 sections), such as the `updates` of an update. */
  readonly sequences: ReadonlyMap<string, readonly Value[]>;
  readonly database: string;
  /** False when the client asked for no answer (`moreToCome`). */
  readonly wantsReply: boolean;
}

export class ProtocolError extends Error {}

function documentAt(message: Buffer, at: number, limit: number): Value {
  const end = at + message.readInt32LE(at);
  if (end > limit || end < at + 5) throw new ProtocolError('a document reaches past its section');
  return { type: BsonType.object, bytes: message, start: at, end };
}

function sequenceAt(message: Buffer, at: number, limit: number): [string, Value[]] {
  const nameEnd = message.indexOf(0, at);
  if (nameEnd < 0 || nameEnd >= limit) throw new ProtocolError('a sequence without a name');
  const documents: Value[] = [];
  let position = nameEnd + 1;
  while (position < limit) {
    const document = documentAt(message, position, limit);
    documents.push(document);
    position = document.end;
  }
  return [message.toString('utf8', at, nameEnd), documents];
}

function parseMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  const limit = message.length - ((flags & checksumPresent) === 0 ? 0 : 4);
  const sequences = new Map<string, readonly Value[]>();
  let body: Value | undefined;
  for (let at = 20; at < limit;) {
    const kind = message.readUInt8(at);
    if (kind === 0) {
      body = documentAt(message, at + 1, limit);
      at = body.end;
    } else if (kind === 1) {
      const end = at + 1 + message.readInt32LE(at + 1);
      if (end > limit || end <= at) throw new ProtocolError('a sequence reaches past its message');
      sequences.set(...sequenceAt(message, at + 5, end));
      at = end;
    } else {
      throw new ProtocolError(`a section of unknown kind ${String(kind)}`);
    }
  }
  if (body === undefined) throw new ProtocolError('a message without a body');
  const database = fieldOf(body, '$db');
  return {
    requestId: message.readInt32LE(4),
    framing: 'msg',
    body,
    sequences,
    database: database?.type === BsonType.string ? textOf(database) : 'admin',
    wantsReply: (flags & moreToCome) === 0,
  };
}

function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('a query without a collection name');
  const query = documentAt(message, nameEnd + 9, message.length);
  const wrapped = fieldOf(query, '$query');
  return {
    requestId: message.readInt32LE(4),
    framing: 'query',
    body: isObject(wrapped) ? documentIn(message.subarray(wrapped.start, wrapped.end)) : query,
    sequences: new Map(),
    database: message.toString('utf8', 20, nameEnd).split('.')[0] ?? 'admin',
    wantsReply: true,
  };
}

/** @throws ProtocolError for what is neither OP_MSG nor OP_QUERY, or is malformed. */
export function parseMessage(message: Buffer): Request {
  const operation = message.readInt32LE(12);
  if (operation === opMsg) return parseMsg(message);
  if (operation === opQuery) return parseQuery(message);
  throw new ProtocolError(`operation ${String(operation)} is not spoken here`);
}

/** The reply to `request`, in the framing it came in; `body` is one BSON document. */
export function frameReply(request: Request, body: Buffer, replyId: number): Buffer {
  const prefix = request.framing === 'msg' ? 21 : 36;
  const head = Buffer.alloc(prefix);
  head.writeInt32LE(prefix + body.length, 0);
  head.writeInt32LE(replyId, 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.framing === 'msg' ? opMsg : opReply, 12);
  if (request.framing === 'query') {
    head.writeInt32LE(8, 16); // AwaitCapable, as every server since 1.6 sets it
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
