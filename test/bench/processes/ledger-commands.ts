import { randomUUID } from 'node:crypto';

import { scorecardStream } from '@jejak/domain';
import { scorecard } from '@jejak/domain/scorecard';
import { createEventStore, createLedger } from '@jejak/event-store';

import { type Usage, used } from '../measure';
import { byWorkers, indicatorScore, inFlight, scorecardKey, seedScorecards } from '../workload';
import { serve } from './serve';

export interface LedgerSetting {
  readonly connectionString: string;
  readonly instrument: string;
  readonly streams: number;
  readonly eventsEach: number;
  /** Whether folded streams are kept in memory. */
  readonly cached: boolean;
}

/** Commands through `Ledger.handle`, each on the next stream of its worker. */
async function ledgerCommands(setting: LedgerSetting) {
  const { connectionString, instrument, streams, eventsEach, cached } = setting;
  const store = createEventStore({ connectionString });
  await seedScorecards(store, instrument, streams, eventsEach);
  const ledger = createLedger(cached ? { store } : { store, cachedEvents: 1 });
  const actor = { kind: 'person', id: 'demo-operator' } as const;

  const command = async (worker: number, n: number): Promise<void> => {
    const key = scorecardKey(instrument, (worker + n * inFlight) % streams);
    const envelope = {
      commandId: randomUUID(),
      commandSha256: 'ab'.repeat(32),
      correlationId: randomUUID(),
      actor,
    };
    const outcome = await ledger.handle(scorecard, scorecardStream(key), envelope, (state, at) =>
      scorecard.decide(state, {
        type: 'ScoreIndicator',
        ...indicatorScore(n),
        jurisdiction: ['*'],
        actor,
        at,
      }),
    );
    if (outcome.kind !== 'recorded') throw new Error(`The command was ${outcome.kind}`);
  };
  const methods = {
    run: (operations: number): Promise<Usage> =>
      used(operations, () => byWorkers(operations, command)),
  };
  return { methods, stop: () => store.close() };
}

serve(ledgerCommands);
