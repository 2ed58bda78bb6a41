import { createEventStore } from '@jejak/event-store';

import { governmentsOf, registered, type Written, yearOf } from '../country/events';
import type { CountryScale } from '../country/scale';
import { spent } from '../measure';
import { newEvent } from '../workload';
import { serve } from './serve';

interface Setting {
  readonly connectionString: string;
  readonly scale: CountryScale;
}

/** What stands in the log. */
export interface WrittenLog {
  readonly events: number;
  readonly documents: number;
  readonly subIndicators: number;
}

const inFlight = 64;

/** Writes a country's year through the codec, each stream of evidence in one append: no command decides it. */
function countryWriter({ connectionString, scale }: Setting) {
  const store = createEventStore({ connectionString });
  const methods = {
    spent,
    async fill(): Promise<WrittenLog> {
      const written = { events: 0, documents: 0, subIndicators: 0 };
      const append = async ({ stream, after, events }: Written): Promise<void> => {
        await store.append(stream, after, events.map(newEvent));
        written.events += events.length;
        written.documents += events.filter(({ type }) => type === 'EvidenceSubmitted').length;
        written.subIndicators += events.filter(({ type }) => type === 'EvidenceCounted').length;
      };
      const governments = governmentsOf(scale);
      for (const code of governments) await append(registered(code));
      for (const [number, code] of governments.entries()) {
        const { opening, evidence, end } = yearOf(code, number);
        await append(opening);
        const waiting = evidence.values();
        const lane = async (): Promise<void> => {
          for (const one of waiting) await append(one);
        };
        await Promise.all(Array.from({ length: inFlight }, lane));
        await append(end);
      }
      return written;
    },
  };
  return Promise.resolve({ methods, stop: () => store.close() });
}

export type CountryWriter = Awaited<ReturnType<typeof countryWriter>>['methods'];

serve(countryWriter);
