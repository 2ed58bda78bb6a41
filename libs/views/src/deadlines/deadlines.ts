import type { FoldedView } from '../view';
import { after, afterPassing } from './after';
import type { DeadlineChange } from './change';
import { changesOf, changingTypes } from './contributors';
import type { DeadlineDocument } from './document';
import { turned } from './turns';

/** One document per deadline, from what the contexts say about theirs and what the clock found. */
export const deadlines: FoldedView<DeadlineDocument> = {
  name: 'deadlines',
  version: 5,
  eventTypes: [...changingTypes, 'DeadlinePassed'],
  documentsOf: ({ event, metadata: { recordedAt } }) =>
    event.type === 'DeadlinePassed'
      ? [event.data.id]
      : [...new Set(changesOf(event, recordedAt).map(({ id }) => id))],
  apply(document, { event, metadata: { recordedAt } }, deadline) {
    if (event.type === 'DeadlinePassed') return document && afterPassing(document, event.data);
    return changesOf(event, recordedAt)
      .filter(({ id }) => id === deadline)
      .reduce((before, change) => withTurn(before, change, recordedAt), document);
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

/** A deadline after a change, which is kept with the day it counts from. */
function withTurn(
  before: DeadlineDocument | null,
  change: DeadlineChange,
  at: string,
): DeadlineDocument | null {
  const next = after(before, change, at);
  return next && { ...next, ...turned(before, next, change, at) };
}
