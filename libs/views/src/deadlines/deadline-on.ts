import type { CalendarDate } from '@jejak/domain';

import { recordedDay } from '../recorded-day';
import type { DeadlineDocument, DeadlineTurn } from './document';

interface Standing {
  readonly last: Pick<DeadlineTurn, 'dueOn' | 'endsAt'> | null;
  readonly outstanding: readonly string[] | null;
  readonly metOn: CalendarDate | null;
  readonly isDropped: boolean;
}

/**
 * A deadline as it stood at the end of a day, with the last day it had then; null before anybody had
 * to keep it. It had passed when the clock has found, then or since, that this last day was over.
 */
export function deadlineOn(document: DeadlineDocument, day: CalendarDate): DeadlineDocument | null {
  const parts = document.turns.flatMap(({ part }) => part ?? []);
  const start: Standing = {
    last: null,
    outstanding: document.outstanding && [...parts, ...document.outstanding],
    metOn: null,
    isDropped: false,
  };
  const { last, outstanding, metOn, isDropped } = document.turns
    .filter(({ on }) => on <= day)
    .reduce(afterTurn, start);
  if (last === null) return null;
  const { dueOn, endsAt } = last;
  const passings = document.passings.filter(({ passedAt }) => recordedDay(passedAt) <= day);
  const passedAt = passings.find((one) => one.dueOn === dueOn)?.passedAt ?? null;
  const unmet = isDropped ? 'dropped' : passedAt === null ? 'open' : 'passed';
  const state = metOn === null ? unmet : 'met';
  return { ...document, dueOn, endsAt, outstanding, metOn, state, passedAt, passings };
}

function afterTurn(before: Standing, { kind, on, dueOn, endsAt, part }: DeadlineTurn): Standing {
  switch (kind) {
    case 'set':
      return { ...before, last: { dueOn, endsAt }, isDropped: false };
    case 'met':
      return { ...before, metOn: before.metOn ?? on };
    case 'part': {
      const outstanding = before.outstanding?.filter((one) => one !== part) ?? null;
      const isLast = outstanding?.length === 0;
      return { ...before, outstanding, metOn: before.metOn ?? (isLast ? on : null) };
    }
    case 'reopened':
      return { ...before, metOn: null };
    case 'dropped':
      return { ...before, isDropped: before.metOn === null };
  }
}
