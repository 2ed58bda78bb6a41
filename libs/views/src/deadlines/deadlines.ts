import type { FoldedView } from '../view';
import { after, afterPassing } from './after';
import { changesOf, changingTypes } from './contributors';
import type { DeadlineDocument } from './document';

/** One document per deadline, from what the contexts say about theirs and what the clock found. */
export const deadlines: FoldedView<DeadlineDocument> = {
  name: 'deadlines',
  version: 2,
  eventTypes: [...changingTypes, 'DeadlinePassed'],
  documentsOf: ({ event, metadata: { recordedAt } }) =>
    event.type === 'DeadlinePassed'
      ? [event.data.id]
      : [...new Set(changesOf(event, recordedAt).map(({ id }) => id))],
  apply(document, { event, metadata: { recordedAt } }, deadline) {
    if (event.type === 'DeadlinePassed') return document && afterPassing(document, event.data);
    return changesOf(event, recordedAt)
      .filter(({ id }) => id === deadline)
      .reduce((before, change) => after(before, change, recordedAt), document);
  },
  indexes: [
    { dueOn: 1, _id: 1 },
    { region: 1, dueOn: 1, _id: 1 },
    { province: 1, dueOn: 1, _id: 1 },
    { state: 1, dueOn: 1, _id: 1 },
    { deadline: 1, dueOn: 1, _id: 1 },
    { watchedFrom: 1 },
  ],
};
