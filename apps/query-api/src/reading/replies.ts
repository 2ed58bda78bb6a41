import type { Position } from '@jejak/domain';
import { formatPosition } from '@jejak/event-store';
import { problem } from '@jejak/http';

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

/** A path of this server with its query, changed in these places; what is not text is left out. */
export function addressOf(path: string, query: object, changed: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of [...Object.entries(query), ...Object.entries(changed)])
    if (typeof value === 'string') parameters.set(name, value);
  return `${path}?${parameters.toString()}`;
}

/** What was asked for by name or not at all: throws `resource.not-found`. */
export function existing<Thing>(thing: Thing | null, what: string): Thing {
  if (thing === null) throw problem('resource.not-found', { detail: `There is no ${what}.` });
  return thing;
}
