import type { Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import { decodeCursor, encodeCursor, problem } from '@jejak/http';
import type { Page } from '@jejak/views';

import type { LeftOut, LeftOutEvent } from './left-out';

/** What every reply of this application says about itself. */
export interface Positioned extends LeftOut {
  /** `<commit>/<prepare>` of the last event the reply contains; null before the first. */
  readonly position: string | null;
}

export const positioned = <Body extends object>(
  body: Body,
  position: Position | null,
): Body & Positioned => ({ ...body, position: position && formatPosition(position) });

/** What a reply was made from. */
export interface Read {
  readonly position: Position | null;
  readonly leftOut: readonly LeftOutEvent[];
}

/** A body with where the views it was made from stand, and which events it leaves out. */
export function replyFrom<Body extends object>(
  { position, leftOut }: Read,
  body: Body,
): Body & Positioned {
  return { ...positioned(body, position), ...(leftOut.length === 0 ? {} : { parked: leftOut }) };
}

export interface PageReply<Item> extends Positioned {
  readonly items: readonly Item[];
  /** Address of the next page; null on the last. */
  readonly next: string | null;
}

/** Items with the address of the next page: the same question, going on after the last item. */
export function pageReply<Item>(
  { items, next }: Page<Item>,
  reading: Read,
  path: string,
  query: object,
): PageReply<Item> {
  const link = next === null ? null : addressOf(path, { ...query, cursor: encodeCursor([next]) });
  return replyFrom(reading, { items, next: link });
}

/** A path of this server with its query; fields that are not text are left out. */
export function addressOf(path: string, query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (typeof value === 'string') parameters.append(name, value);
  return `${path}?${parameters.toString()}`;
}

/** The identifier a cursor goes on after; null when there is none. Throws `request.invalid`. */
export function identifierOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [identifier] = decodeCursor(cursor, 1);
  if (typeof identifier === 'string') return identifier;
  throw problem('request.invalid', {
    field: 'cursor',
    detail: 'The cursor is none that was given out here.',
    fix: 'Pass on the link of the page before unchanged, or leave the cursor out to start over.',
  });
}

/** What was asked for by name or not at all: throws `resource.not-found`. */
export function existing<Thing>(thing: Thing | null, what: string): Thing {
  if (thing === null) throw problem('resource.not-found', { detail: `There is no ${what}.` });
  return thing;
}
