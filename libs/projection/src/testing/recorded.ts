import type { JejakEvent, Position, RecordedEvent } from '@jejak/domain';
import type { SubscriptionMessage } from '@jejak/event-store';

export type Recorded = RecordedEvent<JejakEvent>;

export const at = (place: number): Position => ({ commit: BigInt(place), prepare: BigInt(place) });

/** A pact with a name on it, recorded at `place` of the log; each pact is a stream. */
export function signed(place: number, pact: string, name = 'a'): Recorded {
  return {
    id: `00000000-0000-5000-8000-${place.toString().padStart(12, '0')}`,
    stream: `pact-${pact}`,
    revision: BigInt(place),
    position: at(place),
    event: {
      type: 'PactSigned',
      data: {
        pact,
        region: '36.73',
        signatory: { position: 'Mayor', name, outside: false, region: null },
        signedOn: '2026-01-02',
        signatureReference: null,
      },
    },
    metadata: metadata(place),
  };
}

/** Strikes the pact from the register of the views below. */
export function superseded(place: number, pact: string): Recorded {
  const data = {
    pact,
    region: '36.73',
    ground: 'text-replaced',
    reason: 'a new text',
    successor: null,
    on: null,
  } as const;
  return { ...signed(place, pact), event: { type: 'PactSuperseded', data } };
}

/** Concerns none of the views below. */
export function published(place: number): Recorded {
  const data = { pact: 'p', region: '36', publishedOn: '2026-01-03', publicationReference: 'x' };
  return { ...signed(place, 'p'), event: { type: 'PactPublished', data } };
}

const metadata = (place: number): Recorded['metadata'] => ({
  $correlationId: 'c',
  $causationId: 'c',
  commandId: 'c',
  commandSha256: '0'.repeat(64),
  actor: { kind: 'system', id: 'spec' },
  recordedAt: new Date(Date.UTC(2026, 0, 2) + place * 1_000).toISOString(),
  schemaVersion: 1,
});

export const logged = (event: Recorded): Extract<SubscriptionMessage, { kind: 'event' }> => ({
  kind: 'event',
  event,
});

export const unreadable = (
  place: number,
  type: string,
): Extract<SubscriptionMessage, { kind: 'unreadable' }> => ({
  kind: 'unreadable',
  unreadable: {
    id: 'u',
    stream: 'pact-u',
    revision: 0n,
    position: at(place),
    type,
    reason: 'no such version',
  },
});
