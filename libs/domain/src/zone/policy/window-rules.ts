import type { Refusal } from '../../decider';
import { invalidContent } from '../../policy/invalid-content';
import { firstRefusal } from '../../rules/refusal';
import { isCalendarDate } from '../../values/calendar-date';
import type { ZoneWindows } from './window';

/** A day that every year has: the 29th of February is none. */
export const isDayOfEveryYear = (day: string): boolean => isCalendarDate(`2023-${day}`);

const usualMustBeSound = ({ usual }: ZoneWindows): Refusal | null =>
  isDayOfEveryYear(usual.opens) && isDayOfEveryYear(usual.closes) && usual.opens <= usual.closes
    ? null
    : invalidContent(
        'usual',
        `the usual window runs from ${usual.opens} to ${usual.closes}`,
        'Give two days of every year as MM-DD, the first one first.',
      );

/** Windows of one year each, the earliest first. */
export const zoneWindowsMustBeSound = (windows: ZoneWindows): Refusal | null =>
  usualMustBeSound(windows) ??
  firstRefusal(windows.years, ({ year, opensOn, closesOn }, index) =>
    [opensOn, closesOn].every((day) => isCalendarDate(day) && day.startsWith(`${year}-`)) &&
    opensOn <= closesOn &&
    year > (windows.years[index - 1]?.year ?? 0)
      ? null
      : invalidContent(
          `years[${index}]`,
          `the window of ${year} runs from ${opensOn} to ${closesOn}`,
          'Give each year once, the earliest first, with two days of it in their order.',
        ),
  );
