import { recordedDay } from '../recorded-day';
import type { DeadlineChange } from './change';
import type { DeadlineDocument, DeadlineTurn } from './document';

type Turned = Pick<DeadlineDocument, 'turns' | 'undatedAt'>;

/**
 * The turns with one more, unless the change changed nothing. A review or a withdrawal that names no
 * day counts from its recording, which is when it was made known. A last day that names none may be
 * long since set: `undatedAt` says so.
 */
export function turned(
  before: DeadlineDocument | null,
  next: DeadlineDocument,
  change: DeadlineChange,
  at: string,
): Turned {
  const { turns, undatedAt } = next;
  const on = change.on ?? recordedDay(at);
  if (change.kind === 'settled') {
    const { dueOn } = change.counted;
    const set: DeadlineTurn = { kind: 'set', on, dueOn, endsAt: null, part: null };
    return { turns: next.state === 'dropped' ? turns : [...turns, set], undatedAt };
  }
  const turn: DeadlineTurn = { kind: change.kind, on, dueOn: null, endsAt: null, part: null };
  if (change.kind === 'part') {
    const isNew = before?.outstanding?.includes(change.part) === true;
    return { turns: isNew ? [...turns, { ...turn, part: change.part }] : turns, undatedAt };
  }
  if (change.kind !== 'set') return { turns: [...turns, turn], undatedAt };
  const { dueOn, endsAt = null } = change;
  const last = turns.at(-1);
  if (last?.kind === 'set' && last.dueOn === dueOn && last.endsAt === endsAt) return next;
  const isUndated = change.on === undefined;
  return { turns: [...turns, { ...turn, dueOn, endsAt }], undatedAt: isUndated ? at : undatedAt };
}
