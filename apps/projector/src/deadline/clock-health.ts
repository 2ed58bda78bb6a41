import { type PartHealth } from '@jejak/http';

import { type ClockStatus } from './deadline-clock';

/** A clock that has not gone through for so many intervals has to be looked at. */
const lateIntervals = 5;

/** A clock that fails makes no view unreadable: it degrades the service and says why. */
export function clockHealth(
  { state, last, error, raised }: ClockStatus,
  now: Date,
  intervalMilliseconds: number,
): PartHealth {
  const isLate =
    state === 'acting' &&
    last !== null &&
    now.getTime() - Date.parse(last.at) > lateIntervals * intervalMilliseconds;
  const warnings = [
    ...(error === null ? [] : [`Deadlines are not judged since ${error.since}: ${error.message}`]),
    ...(isLate ? [`Deadlines were last judged at ${last.at}`] : []),
    ...(last === null ? [] : remarksOn(last)),
  ];
  return {
    ready: true,
    degraded: warnings.length > 0,
    warnings,
    state,
    lastRunAt: last?.at ?? null,
    raised,
  };
}

function remarksOn({
  held,
  withoutZones,
  assumed,
}: NonNullable<ClockStatus['last']>): readonly string[] {
  return [
    ...(held === 0 ? [] : [`${counted(held)} held back by parked events`]),
    ...(withoutZones === 0
      ? []
      : [`${counted(withoutZones)} cannot be judged: no policy time-zones applies to the day`]),
    ...(assumed === 0
      ? []
      : [`${counted(assumed)} judged by the last clock: no zone names the region`]),
  ];
}

const counted = (count: number): string =>
  count === 1 ? '1 deadline is' : `${count} deadlines are`;
