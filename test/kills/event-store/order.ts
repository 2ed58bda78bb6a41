import { Broken } from '../broken';

/** An event as a reader met it. */
export interface Met {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/**
 * The one order of the log, as whoever met an event first has told it. Everybody else has to meet
 * the same events at the same places, before and after every kill: an event that is gone, moved,
 * written twice or that came between two others later is `Broken`.
 */
export interface Order {
  readonly length: () => number;
  /** Throws RangeError for a place where nothing was met yet. */
  readonly at: (place: number) => Met;
  /** Where an event is in the log, counted from 0. */
  readonly placeOf: (id: string) => number | undefined;
  /** Every event of a stream, in the order of the log. */
  readonly ofStream: (stream: string) => readonly Met[];
  /** `who` has read the event as number `place` of the log. Throws Broken. */
  meet(who: string, place: number, event: Met): void;
}

export function createOrder(): Order {
  const events: Met[] = [];
  const places = new Map<string, number>();
  const streams = new Map<string, Met[]>();

  const append = (who: string, event: Met): void => {
    const last = events.at(-1);
    if (last !== undefined && event.position <= last.position) {
      throw new Broken(`${who} met ${told(event)} after ${told(last)}`);
    }
    const twice = places.get(event.id);
    if (twice !== undefined) {
      throw new Broken(`${who} met an event twice: number ${twice} of the log and ${told(event)}`);
    }
    const ofStream = streams.get(event.stream) ?? [];
    if (event.revision !== BigInt(ofStream.length)) {
      throw new Broken(`${who} met ${told(event)}, revision ${ofStream.length} was next`);
    }
    ofStream.push(event);
    streams.set(event.stream, ofStream);
    places.set(event.id, events.length);
    events.push(event);
  };

  return {
    length: () => events.length,
    at(place) {
      const event = events[place];
      if (event === undefined) throw new RangeError(`Nothing was met at ${place} yet`);
      return event;
    },
    placeOf: (id) => places.get(id),
    ofStream: (stream) => streams.get(stream) ?? [],
    meet(who, place, event) {
      const known = events[place];
      if (known !== undefined) {
        if (!isSame(known, event)) {
          throw new Broken(
            `number ${place} of the log was ${told(known)}, ${who} met ${told(event)}`,
          );
        }
      } else if (place === events.length) append(who, event);
      else
        throw new Broken(`${who} left out ${place - events.length} events before ${told(event)}`);
    },
  };
}

export function told({ id, stream, revision, position }: Met): string {
  return `event ${id} (${stream}@${revision}, position ${position})`;
}

const isSame = (one: Met, other: Met): boolean =>
  one.id === other.id &&
  one.stream === other.stream &&
  one.revision === other.revision &&
  one.position === other.position;
