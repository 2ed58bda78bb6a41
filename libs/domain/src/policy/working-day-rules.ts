import type { CalendarYear, WorkingDayCalendar } from '../calendar';
import type { Refusal } from '../decider';
import { firstRefusal } from '../rules/refusal';
import { isCalendarDate } from '../values/calendar-date';
import { isBlank } from '../values/name';
import { invalidContent, repeated } from './invalid-content';

const weekendMustBeOfTheWeek = ({ weekend }: WorkingDayCalendar): Refusal | null =>
  weekend.every((day) => day >= 1 && day <= 7) && weekend.length < 7 && !repeated(weekend)
    ? null
    : invalidContent(
        'weekend',
        `the weekend is [${weekend.join(', ')}]`,
        'Give different days of the week from 1 (Monday) to 7 (Sunday), not all seven.',
      );

function yearsMustAscend({ years }: WorkingDayCalendar): Refusal | null {
  const index = years.findIndex(({ year }, place) => year <= (years[place - 1]?.year ?? 0));
  return index === -1
    ? null
    : invalidContent(
        `years[${index}].year`,
        `the year ${years[index]?.year ?? ''} stands after a later one or twice`,
        'List each year once, the earliest first.',
      );
}

const holidaysMustBeDaysOf = ({ year, holidays }: CalendarYear, place: number): Refusal | null =>
  firstRefusal(holidays, ({ day, name }, index) =>
    isCalendarDate(day) &&
    day.startsWith(`${year}-`) &&
    day > (holidays[index - 1]?.day ?? '') &&
    !isBlank(name)
      ? null
      : invalidContent(
          `years[${place}].holidays[${index}].day`,
          `"${day}" is no named day of ${year} that follows the one before`,
          'List existing days of the year with their names, each once, the earliest first.',
        ),
  );

export const workingDaysMustBeSound = (calendar: WorkingDayCalendar): Refusal | null =>
  weekendMustBeOfTheWeek(calendar) ??
  yearsMustAscend(calendar) ??
  firstRefusal(calendar.years, holidaysMustBeDaysOf);
