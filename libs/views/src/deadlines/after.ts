import type { CalendarDate } from '@jejak/domain';
import type { DeadlinePassed } from '@jejak/domain/deadline/events';

import { provinceOf } from '../province';
import type { DeadlineChange, SetDeadline } from './change';
import type { DeadlineDocument } from './document';
import { canPass, type DeadlineTerm } from './term';

type Unjudged = Omit<DeadlineDocument, 'passedAt' | 'watchedFrom'>;

/** A deadline after what a context says of it, recorded at an instant; null where there is none. */
export function after(
  document: DeadlineDocument | null,
  change: DeadlineChange,
  at: string,
): DeadlineDocument | null {
  if (document === null) return change.kind === 'set' ? judged(begun(change, at)) : null;
  switch (change.kind) {
    case 'set':
      return judged(set(document, change, at));
    case 'settled':
      return document.state === 'dropped' ? document : judged(settled(document, change, at));
    case 'met':
      return document.metOn === null ? judged(met(document, change.on, at)) : document;
    case 'part':
      return judged(partDone(document, change, at));
    case 'reopened':
      return document.metOn === null ? document : judged(reopened(document, at));
    case 'dropped':
      if (document.metOn !== null) return document;
      return judged({ ...ended(document, at, null), state: 'dropped' });
  }
}

/** A deadline after the clock has found one of its last days passed. */
export function afterPassing(
  before: DeadlineDocument,
  { dueOn, zone, zoneAssumed, passedAt }: DeadlinePassed['data'],
): DeadlineDocument {
  const isKnown = before.passings.some((one) => one.dueOn === dueOn);
  const passing = { dueOn, zone, zoneAssumed, passedAt };
  return judged(isKnown ? before : { ...before, passings: [...before.passings, passing] });
}

/** The term that runs from now on; none while the last day is unknown. */
const termsOf = (
  { dueOn, endsAt }: Pick<DeadlineDocument, 'dueOn' | 'endsAt'>,
  since: string,
): readonly DeadlineTerm[] =>
  dueOn === null ? [] : [{ dueOn, endsAt, since, endedAt: null, keptOn: null, withdrawnAt: null }];

const described = ({
  id,
  deadline,
  region,
  subject,
  title,
  dueOn,
  endsAt = null,
  counted = null,
  policy = null,
}: SetDeadline) => ({
  ...{ id, deadline, region, province: provinceOf(region), subject, title },
  ...{ dueOn, endsAt, counted, policy },
});

const begun = (change: SetDeadline, at: string): Unjudged => ({
  ...described(change),
  outstanding: change.parts ?? null,
  state: 'open',
  setAt: at,
  metOn: null,
  passings: [],
  terms: termsOf(described(change), at),
  turns: [],
  undatedAt: null,
});

/** A deadline that was met keeps the last day it was met by. */
function set(before: DeadlineDocument, change: SetDeadline, at: string): Unjudged {
  const now = described(change);
  const isSame = now.dueOn === before.dueOn && now.endsAt === before.endsAt;
  if (isSame && before.state !== 'dropped') return { ...before, ...now };
  const moved = { ...ended(before, at, null), ...now, setAt: at };
  if (before.metOn !== null) return moved;
  return { ...moved, state: 'open', terms: [...moved.terms, ...termsOf(now, at)] };
}

/**
 * The day that was unknown. One that was kept meanwhile is judged by it as well: the clock finds it
 * passed where it was kept too late.
 */
function settled(
  before: DeadlineDocument,
  { counted }: Extract<DeadlineChange, { kind: 'settled' }>,
  at: string,
): Unjudged {
  const { dueOn } = counted;
  const known = set(before, { ...before, dueOn, counted }, at);
  if (before.dueOn !== null || dueOn === null || before.metOn === null) return known;
  const [term] = termsOf({ dueOn, endsAt: null }, at);
  const kept = term && { ...term, endedAt: at, keptOn: before.metOn };
  return { ...known, terms: kept ? [...known.terms, kept] : known.terms };
}

const met = (before: DeadlineDocument, on: CalendarDate, at: string): Unjudged => ({
  ...ended(before, at, on),
  state: 'met',
  metOn: on,
});

function partDone(
  before: DeadlineDocument,
  { part, on }: Extract<DeadlineChange, { kind: 'part' }>,
  at: string,
): Unjudged {
  if (before.outstanding?.includes(part) !== true) return before;
  const outstanding = before.outstanding.filter((one) => one !== part);
  const left = { ...before, outstanding };
  return outstanding.length === 0 && before.metOn === null ? met(left, on, at) : left;
}

const reopened = (before: DeadlineDocument, at: string): Unjudged => ({
  ...before,
  state: 'open',
  metOn: null,
  terms: [
    ...before.terms.map((one) => (one.withdrawnAt === null ? { ...one, withdrawnAt: at } : one)),
    ...termsOf(before, at),
  ],
});

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
