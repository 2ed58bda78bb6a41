import type { StoredEventReply, StoredPartReply } from '@jejak/client';
import { type StoredRecord, formatPosition } from '@jejak/event-store';

/** Most characters of data or metadata that are shown: an event may be megabytes. */
export const mostShown = 65_536;

/** An event as it is stored, as plain JSON that holds whatever somebody once sent. */
export const storedReply = (record: StoredRecord): StoredEventReply => ({
  id: record.id,
  stream: record.stream,
  revision: record.revision.toString(),
  position: formatPosition(record.position),
  type: record.type,
  schemaVersion: versionIn(record.metadata),
  contentType: record.isJson ? 'application/json' : 'application/octet-stream',
  data: partReply(record.data),
  metadata: record.metadata === undefined ? null : partReply(record.metadata),
  unreadable: record.unreadable,
});

function versionIn(metadata: unknown): number | null {
  if (typeof metadata !== 'object' || metadata === null) return null;
  const { schemaVersion } = metadata as { readonly schemaVersion?: unknown };
  return typeof schemaVersion === 'number' ? schemaVersion : null;
}

function partReply(value: unknown): StoredPartReply {
  if (value instanceof Uint8Array) {
    // Four characters for every three bytes.
    const shown = value.subarray(0, (mostShown / 4) * 3);
    const content = Buffer.from(shown).toString('base64');
    const bytes = value.length;
    return { encoding: 'base64', content, bytes, cut: shown.length < bytes };
  }
  const isText = typeof value === 'string';
  const whole = isText ? value : JSON.stringify(value ?? null);
  const content = beginningOf(whole);
  const bytes = Buffer.byteLength(whole, 'utf8');
  return {
    encoding: isText ? 'text' : 'json',
    content,
    bytes,
    cut: content.length < whole.length,
  };
}

/** Never half a character. */
function beginningOf(text: string): string {
  if (text.length <= mostShown) return text;
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(mostShown - 1));
  return text.slice(0, isHalf ? mostShown - 1 : mostShown);
}
