import { documentIn, fieldOf, fieldsOf, isObject, type Value } from '../bson/value';
import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { ServerError } from '../errors';
import { crc32c } from './crc32c';
import { requireValid } from './validate';

export const opReply = 1;
export const opQuery = 2004;
export const opMsg = 2013;

const checksumPresent = 0x1;
const moreToCome = 0x2;
/** A flag among the lower sixteen that one does not know may not be passed over. */
const unknownFlags = 0xfffc;

/** The largest document a client may send: 16 KiB above what is stored, for what stands around it. */
const maxSentSize = 16 * 1024 * 1024 + 16 * 1024;

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
  /** Why it can only be refused: its documents are not well formed. */
  readonly problem: ServerError | undefined;
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

interface Sections {
  readonly body: Value;
  readonly sequences: ReadonlyMap<string, readonly Value[]>;
}

function sectionsOf(message: Buffer, limit: number): Sections {
  const sequences = new Map<string, readonly Value[]>();
  let body: Value | undefined;
  for (let at = 20; at < limit;) {
    const kind = message.readUInt8(at);
    if (kind === 0) {
      if (body !== undefined) throw new ProtocolError('a message with two bodies');
      body = documentAt(message, at + 1, limit);
      at = body.end;
    } else if (kind === 1) {
      const end = at + 1 + message.readInt32LE(at + 1);
      if (end > limit || end <= at) throw new ProtocolError('a sequence reaches past its message');
      const [name, documents] = sequenceAt(message, at + 5, end);
      if (sequences.has(name)) throw new ProtocolError(`the sequence ${name} comes twice`);
      sequences.set(name, documents);
      at = end;
    } else {
      throw new ProtocolError(`a section of unknown kind ${String(kind)}`);
    }
  }
  if (body === undefined) throw new ProtocolError('a message without a body');
  return { body, sequences };
}

/** Why these documents cannot be worked on; undefined when they can. */
function problemIn({ body, sequences }: Sections): ServerError | undefined {
  try {
    for (const documents of [[body], ...sequences.values()]) {
      for (const { bytes, start, end } of documents) {
        if (end - start > maxSentSize) {
          return new ServerError(
            10334,
            `BSONObj size: ${String(end - start)} is invalid. Size must be between 0 and ${String(maxSentSize)}(16MB)`,
          );
        }
        requireValid(bytes, start, end);
      }
    }
    const twice = [...sequences.keys()].find((name) => fieldOf(body, name) !== undefined);
    return twice === undefined
      ? undefined
      : new ServerError(40433, `Duplicate field between body and document sequence ${twice}`);
  } catch (error) {
    if (error instanceof ServerError) return error;
    throw error;
  }
}

function parseMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  if ((flags & unknownFlags) !== 0) throw new ProtocolError('a flag that is not known');
  const summed = (flags & checksumPresent) !== 0;
  const limit = message.length - (summed ? 4 : 0);
  if (summed && message.readUInt32LE(limit) !== crc32c(message.subarray(0, limit))) {
    throw new ProtocolError('a checksum that does not match');
  }
  const sections = sectionsOf(message, limit);
  const problem = problemIn(sections);
  const database = problem === undefined ? fieldOf(sections.body, '$db') : undefined;
  const named = database?.type === BsonType.string;
  return {
    requestId: message.readInt32LE(4),
    framing: 'msg',
    ...sections,
    database: named ? textOf(database) : '',
    wantsReply: (flags & moreToCome) === 0,
    problem:
      problem ??
      (named ? undefined : new ServerError(40571, 'OP_MSG requests require a $db argument')),
  };
}

/** All that is still spoken in the old framing. */
const greetings = new Set(['hello', 'isMaster', 'ismaster']);

function parseQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('a query without a collection name');
  const query = documentAt(message, nameEnd + 9, message.length);
  let problem = problemIn({ body: query, sequences: new Map() });
  const wrapped = problem === undefined ? fieldOf(query, '$query') : undefined;
  const body = isObject(wrapped) ? documentIn(message.subarray(wrapped.start, wrapped.end)) : query;
  const name = problem === undefined ? (fieldsOf(body)[0]?.name ?? '') : '';
  if (problem === undefined && !greetings.has(name)) {
    problem = new ServerError(
      352,
      `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`,
    );
  }
  return {
    requestId: message.readInt32LE(4),
    framing: 'query',
    body,
    sequences: new Map(),
    database: message.toString('utf8', 20, nameEnd).split('.')[0] ?? '',
    wantsReply: true,
    problem,
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
