import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import type { FoldedView, RowView, View } from '@jejak/views/view';

type Recorded = RecordedEvent<JejakEvent>;

/** Marks of the events folded in, in order: a lost, doubled or swapped event shows. */
interface Marks {
  readonly marks: readonly string[];
}

interface Count {
  readonly count: number;
}

interface Row {
  readonly type: string;
  readonly stream: string;
  readonly revision: bigint;
}

/** Says which event it was, in few letters. */
const markOf = ({ stream, revision }: Recorded): string => `${stream}@${revision.toString()}`;

const marked = (before: Marks | null, event: Recorded): Marks => ({
  marks: [...(before?.marks ?? []), markOf(event)],
});

/** One document for each pact, fed by many streams, never deleted. */
export const history: FoldedView<Marks> = {
  name: 'history',
  version: 1,
  eventTypes: ['PactSigned', 'PactWitnessed', 'PactSuperseded'],
  documentsOf: ({ event }) => ('pact' in event.data ? [event.data.pact] : []),
  apply: marked,
  indexes: [{ marks: 1 }],
};

/** Every event counts in several documents, of which all share one. */
export const tally: FoldedView<Count> = {
  name: 'tally',
  version: 2,
  eventTypes: ['PactSigned', 'PactWitnessed', 'PactSuperseded'],
  documentsOf: ({ stream, event }) =>
    'pact' in event.data ? ['all', event.type, `pact ${event.data.pact}`, stream] : [],
  apply: (before) => ({ count: (before?.count ?? 0) + 1 }),
  indexes: [],
};

/** Pacts that stand: a superseded one is deleted, may come again, and is handed to its successor. */
export const standing: FoldedView<Marks> = {
  name: 'standing',
  version: 1,
  eventTypes: ['PactSigned', 'PactSuperseded'],
  documentsOf: ({ event }) => {
    if (event.type === 'PactSigned') return [event.data.pact];
    if (event.type !== 'PactSuperseded') return [];
    const { pact, successor } = event.data;
    return successor === null || successor === pact ? [pact] : [pact, successor];
  },
  apply: (before, recorded, id) => {
    const { event } = recorded;
    const isStruck = event.type === 'PactSuperseded' && event.data.pact === id;
    return isStruck ? null : marked(before, recorded);
  },
  indexes: [{ marks: 1 }],
};

/** A row for each event but the witnessing. */
export const trail: RowView<Row> = {
  kind: 'rows',
  name: 'trail',
  version: 1,
  eventTypes: ['PactSigned', 'PactWitnessed', 'PactSuperseded'],
  idOf: ({ id }) => id,
  rowOf: ({ event: { type }, stream, revision }) =>
    type === 'PactWitnessed' ? null : { type, stream, revision },
  indexes: [{ stream: 1, revision: 1 }],
};

/** Whoever signs as this cannot be folded by `fragile`. */
export const poison = 'poison';

/** As `history`, but it cannot fold every event. */
export const fragile: FoldedView<Marks> = {
  ...history,
  name: 'fragile',
  apply: (before, recorded) => {
    const { event } = recorded;
    if (event.type === 'PactSigned' && event.data.signatory.name === poison) {
      throw new Error('This event cannot be folded');
    }
    return marked(before, recorded);
  },
};

/** What parking leaves of a view: a document stands still at the event it cannot take. */
export function parking<Document extends object>(view: FoldedView<Document>): FoldedView<Document> {
  const parked = new Set<string>();
  return {
    ...view,
    apply: (before, event, id) => {
      if (parked.has(id)) return before;
      try {
        return view.apply(before, event, id);
      } catch {
        parked.add(id);
        return before;
      }
    },
  };
}

export type AnyDocumentView = View<Record<string, unknown>>;

const forgetful = (view: unknown): AnyDocumentView => view as AnyDocumentView;

const sound: readonly AnyDocumentView[] = [history, tally, standing, trail].map(forgetful);

/** What a round projects. */
export const viewsOf = (withPoison: boolean): readonly AnyDocumentView[] =>
  withPoison ? [...sound, forgetful(fragile)] : sound;

/** The views to fold from scratch for comparison; new ones for each fold. */
export const referencesOf = (withPoison: boolean): readonly AnyDocumentView[] =>
  withPoison ? [...sound, forgetful(parking(fragile))] : sound;
