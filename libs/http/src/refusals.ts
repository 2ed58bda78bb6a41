import type { Refusal } from '@jejak/domain';
import {
  StoreUnavailable,
  TooManyConflicts,
  UnknownOutcome,
  UnreadableEventError,
} from '@jejak/event-store';
import { problem, Problem } from './problem';

/** Wrong whatever is recorded, and only the domain knows it: 30 February, a name of blanks. */
const MALFORMED = /\.(?:invalid-.+|blank-text)$/;

const NOT_THERE = /(?:\.|-)(?:not-found|unknown)$/;

/** The HTTP status of a domain refusal: 400 malformed, 404 not there, otherwise a conflict, 409. */
export function refusalStatus(code: string): number {
  if (MALFORMED.test(code)) return 400;
  return NOT_THERE.test(code) ? 404 : 409;
}

/** `pact.witness-is-signer` reads `Pact: witness is signer`. */
export function refusalTitle(code: string): string {
  const [context = '', ...rest] = code.split('.');
  return `${capitalised(context.replaceAll('-', ' '))}: ${rest.join(' ').replaceAll('-', ' ')}`;
}

/** The answer to a command the domain refused. */
export function problemOf(refusal: Refusal): Problem {
  return new Problem(refusal.code, refusalStatus(refusal.code), refusalTitle(refusal.code), {
    detail: asSentence(refusal.reason),
    fix: refusal.remedy,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  });
}

/** The answer to a failure of the event store; null when the error is none of its own. */
export function problemOfStoreError(error: unknown): Problem | null {
  if (error instanceof StoreUnavailable) return problem('store.unavailable', { cause: error });
  if (error instanceof UnknownOutcome) return problem('store.unknown-outcome', { cause: error });
  if (error instanceof TooManyConflicts) return problem('store.conflict', { cause: error });
  if (error instanceof UnreadableEventError) {
    return unreadable(error);
  }
  return null;
}

/** Characters of a reason: it may name a key of the event, of any length. */
const longestReason = 200;

function unreadable(error: UnreadableEventError): Problem {
  const { stream } = error;
  const revision = error.revision.toString();
  const reason = error.reason.slice(0, longestReason);
  return problem('store.unreadable-event', {
    detail: asSentence(`event ${revision} of ${stream} cannot be read: ${reason}`),
    event: { stream, revision, reason },
    cause: error,
  });
}

/** `proposedOn`, `periodic-2024`: what a caller has to find again is not a word of a sentence. */
const beginsWithName = /^\S+[A-Z0-9]/;

/** Reasons are written as clauses; a reply says sentences. */
export function asSentence(clause: string): string {
  const ended = clause.endsWith('.') ? clause : `${clause}.`;
  return beginsWithName.test(ended) ? ended : capitalised(ended);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
