import { BadRequest, decodeStreamIdentifier } from './identifiers';
import { eachField, type ProtoReader } from './proto-reader';

/** A place in a stream (revision) or in `$all` (commit position). */
export type From = 'start' | 'end' | bigint;

export interface FilterRequest {
  readonly on: 'stream' | 'type';
  /** One of the two is given. */
  readonly regex?: string;
  readonly prefixes: readonly string[];
  /** Checkpoint after this many considered events. */
  readonly checkpointEvery: number;
}

export interface ReadRequest {
  /** Undefined: `$all`. */
  readonly stream: string | undefined;
  readonly from: From;
  readonly direction: 'forwards' | 'backwards';
  readonly resolveLinks: boolean;
  /** `subscription` goes on for ever; a number ends the read after that many events. */
  readonly until: 'subscription' | number;
  readonly filter?: FilterRequest;
}

/** The largest revision and the largest position are other ways to write "the end". */
const END = 2n ** 64n - 1n;

/** What the server considers between two checkpoints when the client names no window. */
const DEFAULT_SEARCH_WINDOW = 32;

export function decodeRead(message: Buffer): ReadRequest {
  let options: Buffer | undefined;
  eachField(message, (reader) => {
    if (reader.field === 1) options = reader.bytes();
    else reader.skip();
  });
  if (options === undefined) throw new BadRequest('a read needs options');
  return decodeOptions(options);
}

function decodeOptions(message: Buffer): ReadRequest {
  let target: Place | undefined;
  let direction: ReadRequest['direction'] = 'forwards';
  let resolveLinks = false;
  let until: ReadRequest['until'] = 0;
  let filter: FilterRequest | undefined;
  eachField(message, (reader) => {
    switch (reader.field) {
      case 1:
        target = decodeStreamPlace(reader.bytes());
        break;
      case 2:
        target = decodeAllPlace(reader.bytes());
        break;
      case 3:
        direction = reader.uint32() === 1 ? 'backwards' : 'forwards';
        break;
      case 4:
        resolveLinks = reader.bool();
        break;
      case 5:
        until = Number(reader.uint64());
        break;
      case 6:
        reader.skip();
        until = 'subscription';
        break;
      case 7:
        filter = decodeFilter(reader.bytes());
        break;
      case 9:
        refuseStructuredIds(reader.bytes());
        break;
      default:
        reader.skip();
    }
  });
  if (target === undefined) throw new BadRequest('a read needs a stream or $all');
  return possible({
    ...target,
    direction,
    resolveLinks,
    until,
    ...(filter === undefined ? {} : { filter }),
  });
}

function possible(request: ReadRequest): ReadRequest {
  if (request.until === 'subscription' && request.direction === 'backwards')
    throw new BadRequest('a subscription goes forwards only');
  if (request.filter !== undefined && request.stream !== undefined)
    throw new BadRequest('only $all can be filtered');
  return request;
}

type Place = Pick<ReadRequest, 'stream' | 'from'>;

function decodeStreamPlace(message: Buffer): Place {
  let stream = '';
  let from: From = 'start';
  eachField(message, (reader) => {
    if (reader.field === 1) stream = decodeStreamIdentifier(reader.bytes());
    else if (reader.field === 2) from = place(reader.uint64());
    else from = startOrEnd(reader, 3, 4, from);
  });
  return { stream, from };
}

function decodeAllPlace(message: Buffer): Place {
  let from: From = 'start';
  eachField(message, (reader) => {
    if (reader.field === 1) from = place(decodeCommitPosition(reader.bytes()));
    else from = startOrEnd(reader, 2, 3, from);
  });
  return { stream: undefined, from };
}

function place(number: bigint): From {
  return number === END ? 'end' : number;
}

function startOrEnd(reader: ProtoReader, start: number, end: number, otherwise: From): From {
  reader.skip();
  if (reader.field === start) return 'start';
  return reader.field === end ? 'end' : otherwise;
}

function decodeCommitPosition(message: Buffer): bigint {
  let commit = 0n;
  eachField(message, (reader) => {
    if (reader.field === 1) commit = reader.uint64();
    else reader.skip();
  });
  return commit;
}

function decodeFilter(message: Buffer): FilterRequest {
  let on: FilterRequest['on'] = 'type';
  let expression: Pick<FilterRequest, 'regex' | 'prefixes'> = { prefixes: [] };
  let window = DEFAULT_SEARCH_WINDOW;
  let multiplier = 1;
  eachField(message, (reader) => {
    if (reader.field === 1 || reader.field === 2) {
      on = reader.field === 1 ? 'stream' : 'type';
      expression = decodeExpression(reader.bytes());
    } else if (reader.field === 3) window = reader.uint32();
    else if (reader.field === 5) multiplier = reader.uint32();
    else reader.skip();
  });
  return { on, ...expression, checkpointEvery: Math.max(1, window * multiplier) };
}

function decodeExpression(message: Buffer): Pick<FilterRequest, 'regex' | 'prefixes'> {
  const prefixes: string[] = [];
  let regex = '';
  eachField(message, (reader) => {
    if (reader.field === 1) regex = reader.string();
    else if (reader.field === 2) prefixes.push(reader.string());
    else reader.skip();
  });
  return { prefixes, ...(regex === '' ? {} : { regex }) };
}

/** Stored events carry their ids as text; a client that asks for the other form is refused. */
function refuseStructuredIds(message: Buffer): void {
  eachField(message, (reader) => {
    reader.skip();
    if (reader.field === 1) throw new BadRequest('event ids are only sent as strings');
  });
}
