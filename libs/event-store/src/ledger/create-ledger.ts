import type { EventStore } from '../event-store';
import type { Ledger } from '../ledger';
import { UnknownOutcome } from '../store-errors';
import { CommandClaims } from './command-claims';
import { handleCommand, type Workplace } from './handle-command';
import { createPause } from './pause';
import { StreamCache } from './stream-cache';
import { completed, fromStore } from './stream-reading';
import { createTurns } from './turns';

export interface LedgerOptions {
  readonly store: EventStore;
  /** Default: the machine's clock. Going backwards does no harm. */
  readonly clock?: () => Date;
  /** Streams kept folded in memory. Default 10,000. */
  readonly cacheSize?: number;
  /** Events whose commands are kept in memory, over all streams. Default 100,000: about 60 MB. */
  readonly cachedEvents?: number;
  /** Command ids kept to notice their reuse on another stream. Default 100,000. */
  readonly claimedCommands?: number;
  /** From 0 to below 1: spreads retries. Default Math.random. */
  readonly random?: () => number;
}

/** One per process is best: its queue makes commands on one stream wait instead of collide. */
export function createLedger({
  store,
  clock = () => new Date(),
  cacheSize = 10_000,
  cachedEvents = 100_000,
  claimedCommands = 100_000,
  random = Math.random,
}: LedgerOptions): Ledger {
  const cache = new StreamCache({ streams: cacheSize, events: cachedEvents });
  const claims = new CommandClaims(claimedCommands);
  const inTurn = createTurns();
  const workplace: Workplace = {
    store,
    clock,
    cache,
    pause: createPause(random),
  };

  return {
    async handle(decider, stream, given, decide) {
      const envelope = { ...given, commandId: given.commandId.toLowerCase() };
      const claim = claims.claim(envelope.commandId, stream);
      if (typeof claim === 'object') return { kind: 'command-id-reused', stream: claim.heldBy };
      const isNewClaim = claim === 'new';
      try {
        const outcome = await inTurn(stream, () =>
          handleCommand(workplace, decider, stream, envelope, decide),
        );
        if (outcome.kind !== 'refused') claims.claim(envelope.commandId, stream);
        else if (isNewClaim) claims.release(envelope.commandId);
        return outcome;
      } catch (error) {
        // Nobody knows how far the stream's memory got; reading it anew costs once.
        cache.drop(stream);
        if (isNewClaim && !(error instanceof UnknownOutcome)) claims.release(envelope.commandId);
        throw error;
      }
    },

    async refer(decider, stream, sufficient) {
      const known = cache.get(decider, stream);
      if (known !== undefined && sufficient(known.state)) return known.state;
      return inTurn(stream, async () => {
        const warm = cache.get(decider, stream);
        const memory =
          warm === undefined
            ? await fromStore(store, decider, stream)
            : await completed(store, decider, stream, warm);
        cache.set(decider, stream, memory);
        return memory.state;
      });
    },
  };
}
