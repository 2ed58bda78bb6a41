import type { FoldedView, RowView } from '@jejak/views/view';

import { anyView, type AnyView } from '../view/any-view';
import { signed, type Recorded } from './recorded';

export interface Entries {
  /** Places of the events folded into the document, in order. */
  readonly places: readonly string[];
}

/** A view whose code a spec breaks and corrects. */
export interface Moody {
  readonly view: AnyView;
  /**
   * What the code cannot do: `3/x` fold the event at place 3 into document x, `3/*` tell which
   * documents it changes, `3` make a row of it.
   */
  readonly faults: Set<string>;
}

/** A signature that changes these documents, recorded in the stream of `pact`. */
export const entry = (place: number, documents: string, pact = 'p'): Recorded =>
  signed(place, pact, documents);

const placeOf = ({ position }: Recorded): string => position.commit.toString();

const documentsOf = ({ event }: Recorded): readonly string[] => {
  if (event.type === 'PactSigned') return (event.data.signatory.name ?? '').split(',');
  return event.type === 'PactSuperseded' ? [event.data.pact] : [];
};

/** Documents that list their events; a superseded pact deletes the document of its name. */
export function moody(name = 'moody', version = 1): Moody {
  const faults = new Set<string>();
  const fail = (fault: string): void => {
    if (faults.has(fault)) throw new Error(`cannot do ${fault}`);
  };
  const view: FoldedView<Entries> = {
    name,
    version,
    eventTypes: ['PactSigned', 'PactSuperseded'],
    documentsOf(event) {
      fail(`${placeOf(event)}/*`);
      return documentsOf(event);
    },
    apply(before, event, id) {
      fail(`${placeOf(event)}/${id}`);
      if (event.event.type === 'PactSuperseded') return null;
      return { places: [...(before?.places ?? []), placeOf(event)] };
    },
    indexes: [{ places: 1 }],
  };
  return { view: anyView(view), faults };
}

/** One row for each signature. */
export function moodyRows(name = 'rows'): Moody {
  const faults = new Set<string>();
  const view: RowView<{ readonly place: string }> = {
    kind: 'rows',
    name,
    version: 1,
    eventTypes: ['PactSigned'],
    idOf: ({ id }) => id,
    rowOf(event) {
      const place = placeOf(event);
      if (faults.has(place)) throw new Error(`cannot do ${place}`);
      return { place };
    },
    indexes: [],
  };
  return { view: anyView(view), faults };
}
