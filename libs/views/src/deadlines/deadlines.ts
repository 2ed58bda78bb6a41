import type { CalendarDate } from '@jejak/domain';
import type { Deadline, DeadlinePassed } from '@jejak/domain/deadline/events';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';
import type { DeadlineChange } from './change';
import { changesOf, changingTypes } from './contributors';
import { canPass, type DeadlineTerm } from './term';

export type DeadlineState = 'open' | 'met' | 'dropped' | 'passed';

/** What the clock recorded about one last day. */
export type Passing = Pick<DeadlinePassed['data'], 'dueOn' | 'zone' | 'zoneAssumed' | 'passedAt'>;

/** One deadline: what has to be done by when, and what came of it. */
export interface DeadlineDocument extends Deadline {
  readonly province: string;
  /** `met` also where it was met after it passed: `passedAt` says so. */
  readonly state: DeadlineState;
  /** Instant at which the present last day was recorded. */
  readonly setAt: string;
  readonly metOn: CalendarDate | null;
  /** End of the present last day in the region's zone, when the clock found it passed. */
  readonly passedAt: string | null;
  /** Every last day that passed, earlier ones of a moved deadline too. */
  readonly passings: readonly Passing[];
  /** What the clock has yet to judge. */
  readonly terms: readonly DeadlineTerm[];
  /** The earliest last day among these; null when there is nothing to judge. */
  readonly watchedFrom: CalendarDate | null;
}

type Unjudged = Omit<DeadlineDocument, 'passedAt' | 'watchedFrom'>;

type Described = Deadline & Pick<DeadlineDocument, 'province'>;

/** One document per deadline, from what the contexts say about theirs and what the clock found. */
export const deadlines: FoldedView<DeadlineDocument> = {
  name: 'deadlines',
  version: 2,
  eventTypes: [...changingTypes, 'DeadlinePassed'],
  documentsOf: ({ event }) =>
    event.type === 'DeadlinePassed'
      ? [event.data.id]
      : [...new Set(changesOf(event).map(({ id }) => id))],
  apply(document, { event, metadata: { recordedAt } }, deadline) {
    if (event.type === 'DeadlinePassed') return document && judged(passed(document, event.data));
    return changesOf(event)
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

function after(
  document: DeadlineDocument | null,
  change: DeadlineChange,
  at: string,
): DeadlineDocument | null {
  if (document === null) return change.kind === 'set' ? judged(begun(change, at)) : null;
  switch (change.kind) {
    case 'set':
      return judged(set(document, change, at));
    case 'met':
      return document.metOn === null ? judged(met(document, change.on, at)) : document;
    case 'reopened':
      return document.metOn === null ? document : judged(reopened(document, at));
    case 'dropped':
      if (document.metOn !== null) return document;
      return judged({ ...ended(document, at, null), state: 'dropped' });
  }
}

const term = (dueOn: CalendarDate, since: string): DeadlineTerm => ({
  dueOn,
  since,
  endedAt: null,
  keptOn: null,
  withdrawnAt: null,
});

const described = ({ id, deadline, region, subject, title, dueOn }: Deadline): Described => ({
  id,
  deadline,
  region,
  province: provinceOf(region),
  subject,
  title,
  dueOn,
});

const begun = (change: Deadline, at: string): Unjudged => ({
  ...described(change),
  state: 'open',
  setAt: at,
  metOn: null,
  passings: [],
  terms: [term(change.dueOn, at)],
});

/** A deadline that was met keeps the last day it was met by. */
function set(before: DeadlineDocument, change: Deadline, at: string): Unjudged {
  const same = change.dueOn === before.dueOn && before.state !== 'dropped';
  if (same) return { ...before, ...described(change) };
  const moved = { ...ended(before, at, null), ...described(change), setAt: at };
  if (before.metOn !== null) return moved;
  return { ...moved, state: 'open', terms: [...moved.terms, term(change.dueOn, at)] };
}

const met = (before: DeadlineDocument, on: CalendarDate, at: string): Unjudged => ({
  ...ended(before, at, on),
  state: 'met',
  metOn: on,
});

const reopened = (before: DeadlineDocument, at: string): Unjudged => ({
  ...before,
  state: 'open',
  metOn: null,
  terms: [
    ...before.terms.map((one) => (one.withdrawnAt === null ? { ...one, withdrawnAt: at } : one)),
    term(before.dueOn, at),
  ],
});

const passed = (before: DeadlineDocument, data: DeadlinePassed['data']): Unjudged => {
  const { dueOn, zone, zoneAssumed, passedAt } = data;
  const isKnown = before.passings.some((one) => one.dueOn === dueOn);
  return isKnown
    ? before
    : { ...before, passings: [...before.passings, { dueOn, zone, zoneAssumed, passedAt }] };
};

const ended = (
  before: DeadlineDocument,
  endedAt: string,
  keptOn: CalendarDate | null,
): DeadlineDocument => ({
  ...before,
  terms: before.terms.map((one) => (one.endedAt === null ? { ...one, endedAt, keptOn } : one)),
});

/** Leaves to the clock only what can still pass, and says what is known to have passed. */
function judged(document: Unjudged): DeadlineDocument {
  const { passings, dueOn, state } = document;
  const terms = document.terms.filter(
    (one) => canPass(one) && !passings.some((passing) => passing.dueOn === one.dueOn),
  );
  const passedAt = passings.find((passing) => passing.dueOn === dueOn)?.passedAt ?? null;
  const [watchedFrom = null] = terms.map((one) => one.dueOn).toSorted();
  return {
    ...document,
    state: state === 'open' && passedAt !== null ? 'passed' : state,
    passedAt,
    terms,
    watchedFrom,
  };
}
