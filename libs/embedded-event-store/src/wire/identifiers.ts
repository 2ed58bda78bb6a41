import { eachField } from './proto-reader';
import { type ProtoWriter } from './proto-writer';

/** A request that says something this node cannot take, with the reason in words. */
export class BadRequest extends Error {}

const CANONICAL_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The other ways .NET reads a GUID: in braces or parentheses, and without hyphens. */
const ENCLOSED_UUID = /^(?:\{([0-9a-f-]{36})\}|\(([0-9a-f-]{36})\))$/;
const BARE_UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** `event_store.client.UUID`, in either of its two forms, as a lower-case canonical string. */
export function decodeUuid(message: Buffer): string {
  let text = '';
  eachField(message, (reader) => {
    if (reader.field === 1) text = decodeStructured(reader.bytes());
    else if (reader.field === 2) text = reader.string().toLowerCase();
    else reader.skip();
  });
  if (CANONICAL_UUID.test(text)) return text;
  const uuid = canonicalUuid(text);
  if (CANONICAL_UUID.test(uuid)) return uuid;
  throw new BadRequest(`"${text.slice(0, 100)}" is not a UUID`);
}

function canonicalUuid(text: string): string {
  const [, inBraces, inParentheses] = ENCLOSED_UUID.exec(text) ?? [];
  return inBraces ?? inParentheses ?? text.replace(BARE_UUID, '$1-$2-$3-$4-$5');
}

function decodeStructured(message: Buffer): string {
  const bits = [0n, 0n];
  eachField(message, (reader) => {
    if (reader.field === 1 || reader.field === 2) bits[reader.field - 1] = reader.uint64();
    else reader.skip();
  });
  const hex = bits.map((half) => half.toString(16).padStart(16, '0')).join('');
  return canonicalUuid(hex);
}

export function encodeUuid(writer: ProtoWriter, field: number, uuid: string): void {
  writer.message(field, (message) => message.string(2, uuid));
}

/** `event_store.client.StreamIdentifier`: the name is bytes on the wire, UTF-8 by convention. */
export function decodeStreamIdentifier(message: Buffer): string {
  let name = '';
  eachField(message, (reader) => {
    if (reader.field === 3) name = reader.string();
    else reader.skip();
  });
  return name;
}

export function encodeStreamIdentifier(writer: ProtoWriter, field: number, name: string): void {
  writer.message(field, (message) => message.string(3, name));
}
