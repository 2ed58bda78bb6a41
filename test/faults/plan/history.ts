import type { JejakEvent } from '@jejak/domain';
import type { NewEvent } from '@jejak/event-store';
import { currentVersionOf } from '@jejak/event-store/registry/registry';

import type { Random } from '../random';
import { poisons } from '../views';

/** What one append brings. */
export interface Go {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

const region = '36.73';

const kinds = { sign: 10, witness: 3, supersede: 4, publish: 1, poison: 0, correctable: 0 };

/** Several goes of events of which several streams feed the same few documents. */
export function drawHistory(random: Random, prefix: string, withPoison: boolean): readonly Go[] {
  const weights = withPoison ? { ...kinds, poison: 1.5, correctable: 1 } : kinds;
  const pacts = Array.from({ length: random.between(1, 6) }, (_, index) => `p${index}`);
  const streams = Array.from(
    { length: random.between(1, 4) },
    (_, index) => `pact-${prefix}-${index}`,
  );
  const goes = random.between(2, 5);
  return Array.from({ length: goes }, () => ({
    stream: random.pick(streams),
    events: Array.from({ length: random.between(1, random.chance(0.1) ? 24 : 6) }, () =>
      newEvent(random, eventOf(random, random.weighted(weights), pacts)),
    ),
  }));
}

function eventOf(random: Random, kind: PactFact, pacts: readonly string[]): JejakEvent {
  const successor = random.chance(0.5) ? random.pick(pacts) : null;
  return pactEvent(kind, random.pick(pacts), successor);
}

export type PactFact = keyof typeof kinds;

/** `successor` is only said of a superseded pact. */
export function pactEvent(kind: PactFact, pact: string, successor: string | null): JejakEvent {
  const date = '2026-01-02';
  const [poison, correctable] = poisons;
  const names: Partial<Record<PactFact, string>> = { poison, correctable };
  const party = { position: 'Mayor', name: names[kind] ?? null };
  switch (kind) {
    case 'sign':
    case 'poison':
    case 'correctable': {
      const signatory = { ...party, outside: false, region: null };
      const data = { pact, region, signatory, signedOn: date, signatureReference: null };
      return { type: 'PactSigned', data };
    }
    case 'witness': {
      const data = { pact, region, witness: party, capacity: null, witnessedOn: date };
      return { type: 'PactWitnessed', data };
    }
    case 'supersede': {
      const said = {
        ground: 'text-replaced',
        reason: 'A new text is in force',
        successor,
        on: null,
      } as const;
      return { type: 'PactSuperseded', data: { pact, region, ...said } };
    }
    case 'publish': {
      const data = { pact, region, publishedOn: date, publicationReference: 'Berita Daerah' };
      return { type: 'PactPublished', data };
    }
  }
}

export function newEvent(random: Random, event: JejakEvent): NewEvent {
  const commandId = random.uuid();
  return {
    id: random.uuid(),
    event,
    metadata: {
      $correlationId: commandId,
      $causationId: commandId,
      commandId,
      commandSha256: '0'.repeat(64),
      actor: { kind: 'system', id: 'faults' },
      recordedAt: '2026-01-05T02:00:00.000Z',
      schemaVersion: currentVersionOf(event.type),
    },
  };
}
