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

/** As `history`, in the shape the next release gives it. */
export const historyAgain: FoldedView<Marks & { readonly latest: string }> = {
  ...history,
  version: 2,
  apply: (before, event) => ({ ...marked(before, event), latest: markOf(event) }),
};

/** Whoever signs as this cannot be folded: by no code, or by none before the correction. */
export const poisons = ['poison', 'poison until corrected'] as const;

const isPoison = ({ event }: Recorded, isCorrected: boolean): boolean => {
  const name = event.type === 'PactSigned' ? event.data.signatory.name : null;
  return name === poisons[0] || (name === poisons[1] && !isCorrected);
};

/** As `standing`, but what is poison for a pact is none for the document of all pacts. */
const fragile = (name: string, isCorrected: boolean): FoldedView<Marks> => ({
  ...standing,
  name,
  documentsOf: (recorded) => [...standing.documentsOf(recorded), 'all'],
  apply(before, recorded, id) {
    if (id === 'all') return marked(before, recorded);
    if (isPoison(recorded, isCorrected)) throw new Error('This event cannot be folded');
    return standing.apply(before, recorded, id);
  },
});

/** The code a projector runs. */
export interface Release {
  /** Name of the view that cannot fold every event; null: there is none. */
  readonly fragile: string | null;
  /** That view folds some more of them. */
  readonly isCorrected: boolean;
  /** `history` is in its second version. */
  readonly isUpgraded: boolean;
}

export const firstRelease: Release = { fragile: null, isCorrected: false, isUpgraded: false };

export type AnyDocumentView = View<Record<string, unknown>>;

const forgetful = (view: unknown): AnyDocumentView => view as AnyDocumentView;

/** What a release projects. */
export function viewsOf(release: Release): readonly AnyDocumentView[] {
  const sound = [release.isUpgraded ? historyAgain : history, tally, standing, trail];
  const { fragile: name, isCorrected } = release;
  return [...sound, ...(name === null ? [] : [fragile(name, isCorrected)])].map(forgetful);
}
