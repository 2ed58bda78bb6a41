import type { Position } from '@jejak/domain';
import { createEventStore } from '@jejak/event-store';

import { spent } from '../measure';
import { factOf, type Traffic } from '../traffic';
import { newEvent } from '../workload';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly traffic: Traffic;
  /** Slots that are written to in turn, so that neighbours in the log change different documents. */
  readonly documents: number;
}

export interface Filling {
  readonly events: number;
  /** Numbers of events, from 1, whose positions are wanted. */
  readonly marks: readonly number[];
}

/** When an append was answered, on the clock of `process.hrtime`, which all processes share. */
export interface Acknowledged {
  readonly position: Position;
  readonly at: bigint;
}

/** Appends at work at the same time; each on a slot of its own. */
const inFlight = 256;

/** How often, in events, it says how far it is. */
const progressStep = 50_000;

/** Writes single events, as an application does, but many at a time. */
function logWriter({ connectionString, traffic, documents }: Setting) {
  const store = createEventStore({ connectionString });
  let written = 0;

  const append = async (n: number): Promise<Position> => {
    const slot = n % documents;
    const { stream, revision, event } = factOf(traffic, slot, Math.floor(n / documents));
    const expected = revision === 0 ? 'none' : BigInt(revision - 1);
    return (await store.append(stream, expected, [newEvent(event)])).position;
  };

  const methods = {
    spent,
    /** Positions of the marked events in the order of the log. */
    async fill({ events, marks }: Filling): Promise<Position[]> {
      // The embedded node's commit and prepare positions are equal.
      const positions = new BigUint64Array(events);
      const workers = Math.min(inFlight, documents);
      const work = async (worker: number): Promise<void> => {
        for (let pass = 0; pass < events; pass += documents) {
          for (let slot = worker; slot < documents && pass + slot < events; slot += workers) {
            positions[pass + slot] = (await append(pass + slot)).commit;
            written += 1;
            if (written % progressStep === 0) process.stderr.write(`  ${written} ${traffic}\n`);
          }
        }
      };
      await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
      positions.sort();
      return marks.map((mark) => {
        const commit = positions[mark - 1];
        if (commit === undefined) throw new RangeError(`The log has no event ${mark}`);
        return { commit, prepare: commit };
      });
    },
    /** Goes on writing at a steady rate whatever the answers do: an open load. */
    async pace({ perSecond, events }: { perSecond: number; events: number }) {
      const appends: Promise<Acknowledged>[] = [];
      const startedAt = performance.now();
      const one = async (n: number): Promise<Acknowledged> => {
        const position = await append(n);
        return { position, at: process.hrtime.bigint() };
      };
      while (appends.length < events) {
        const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1_000);
        while (appends.length < Math.min(due, events)) appends.push(one(written + appends.length));
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const acknowledged = await Promise.all(appends);
      written += events;
      return acknowledged;
    },
  };
  return Promise.resolve({ methods, stop: () => store.close() });
}

export type LogWriter = Awaited<ReturnType<typeof logWriter>>['methods'];

serve(logWriter);
