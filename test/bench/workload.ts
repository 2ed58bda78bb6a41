import { randomUUID } from 'node:crypto';

import type { EventMetadata, JejakEvent } from '@jejak/domain';
import { scorecardStream } from '@jejak/domain';
import type { IndicatorScored, ScorecardKey, ScorecardOpened } from '@jejak/domain/scorecard';
import type { EventStore, NewEvent } from '@jejak/event-store';
import { currentVersionOf } from '@jejak/event-store/registry/registry';

/** Commands and connections at work at the same time. */
export const inFlight = 64;

const areas = [
  'planning-and-budgeting',
  'procurement',
  'one-stop-licensing',
  'apip-capability',
  'civil-service-management',
  'local-revenue',
  'asset-management',
  'village-funds',
];

/** The n-th scorecard of an instrument, from 0: up to 80 provinces of 99 regions each. */
export function scorecardKey(instrument: string, n: number): ScorecardKey {
  const region = `${11 + Math.floor(n / 99)}.${String((n % 99) + 1).padStart(2, '0')}`;
  return { region, instrument, year: 2025 };
}

/** What a caller sends; evidence as an officer would attach it. `n` varies it. */
export const indicatorScore = (n: number) => ({
  area: areas[n % areas.length] ?? '',
  indicator: `indicator-${n % 24}`,
  points: String(n % 100),
  maximumPoints: '100',
  evidence: [{ sha256: 'cd'.repeat(32), title: 'Procurement plan of the first quarter' }],
  note: null,
});

export const opened = (key: ScorecardKey): ScorecardOpened => ({
  type: 'ScorecardOpened',
  data: {
    ...key,
    level: 'city',
    frameworkVersion: 1,
    scale: { minimum: '0', maximum: '100' },
    decimalPlaces: 2,
    areas: areas.map((id) => ({ id, weight: '1', indicators: null })),
    bands: null,
    closesAt: null,
  },
});

export const scored = (key: ScorecardKey, n: number): IndicatorScored => ({
  type: 'IndicatorScored',
  data: { ...key, ...indicatorScore(n) },
});

/** As large as what the ledger writes. */
export function eventMetadata(commandId: string = randomUUID()): EventMetadata {
  return {
    $correlationId: randomUUID(),
    $causationId: commandId,
    commandId,
    commandSha256: 'ab'.repeat(32),
    actor: { kind: 'person', id: 'demo-operator' },
    recordedAt: new Date().toISOString(),
    schemaVersion: 1,
  };
}

export const newEvent = (event: JejakEvent): NewEvent => ({
  id: randomUUID(),
  event,
  metadata: { ...eventMetadata(), schemaVersion: currentVersionOf(event.type) },
});

/** Opens `streams` scorecards of an instrument and scores each until it holds `eventsEach`. */
export async function seedScorecards(
  store: EventStore,
  instrument: string,
  streams: number,
  eventsEach = 1,
): Promise<void> {
  for (let n = 0; n < streams; n += 1) {
    const key = scorecardKey(instrument, n);
    const scores = Array.from({ length: eventsEach - 1 }, (_, index) => scored(key, index));
    const events = [opened(key), ...scores].map(newEvent);
    await store.append(scorecardStream(key), 'none', events);
  }
}

/** `operations` in all, shared out among as many workers as may be in flight. */
export async function byWorkers(
  operations: number,
  work: (worker: number, n: number) => Promise<void>,
): Promise<void> {
  const each = Math.ceil(operations / inFlight);
  const run = async (worker: number): Promise<void> => {
    for (let n = 0; n < each; n += 1) await work(worker, n);
  };
  await Promise.all(Array.from({ length: inFlight }, (_, worker) => run(worker)));
}
