import { type CalendarDate } from '@jejak/domain';
import {
  allOf,
  deadlineOn,
  deadlines,
  endOfRecordedDay,
  type DeadlineDocument,
  type QueryFilter,
  termPolicies,
} from '@jejak/views';

import type { ViewReading } from '../reading/view-reading';
import {
  type AsOf,
  mostItems,
  type RegionSection,
  type SectionAnswer,
} from '../region-page/section';
import { deadlineShown } from './deadline-shown';

/** The next last days, and the last ones that passed, each at most. */
const half = mostItems / 2;

/** Who must still do something on the day: what comes up, the next first, then what has passed. */
export const deadlineSection: RegionSection = {
  name: 'deadlines',
  views: [deadlines],
  policies: termPolicies,
  more: (region) => `/v1/deadlines?region=${region}`,
  async read(reading, region, asOf, unconfirmed) {
    const { day } = asOf;
    if (await isUndated(reading, region, asOf)) return unanswered(day);
    const undated = await unmetOn(reading, { region, dueOn: null }, day, 1);
    const coming = await unmetOn(reading, { region, dueOn: { $gte: day } }, day, 1);
    const passed = await unmetOn(reading, { region, dueOn: { $lt: day } }, day, -1);
    const known = [...coming, ...undated, ...passed].flatMap((one) => deadlineOn(one, day) ?? []);
    const waiting = known.filter(({ state }) => state === 'open' || state === 'passed');
    const after = waiting.filter((one) => lastDayOf(one) >= day).sort(byDay);
    const before = waiting.filter((one) => lastDayOf(one) < day).sort((a, b) => byDay(b, a));
    return {
      status: 'answered',
      items: [...after.slice(0, half), ...before.slice(0, half)].map((one) =>
        deadlineShown(one, unconfirmed),
      ),
      truncated: after.length > half || before.length > half,
    };
  },
};

/** Whether a last day was recorded later of which nothing says whether it was to be kept by then. */
async function isUndated(
  reading: ViewReading,
  region: string,
  { day, isPast }: AsOf,
): Promise<boolean> {
  if (!isPast) return false;
  const undatedAt = { $gte: endOfRecordedDay(day) };
  const query = { filter: { region, undatedAt }, sort: { dueOn: 1, _id: 1 }, limit: 1 } as const;
  return (await reading.documents(deadlines, query)).length > 0;
}

/** Those not met by then, though perhaps later; enough of them in the order of their last days. */
async function unmetOn(
  reading: ViewReading,
  filter: QueryFilter,
  day: CalendarDate,
  direction: 1 | -1,
): Promise<readonly DeadlineDocument[]> {
  const sort = { dueOn: direction, _id: direction } as const;
  const never = await reading.documents(deadlines, {
    filter: allOf(filter, { metOn: null }),
    ...{ sort, limit: mostItems + 1 },
  });
  const later = await reading.documents(deadlines, {
    filter: allOf(filter, { metOn: { $gt: day } }),
    ...{ sort, limit: mostItems + 1 },
  });
  return [...never, ...later].map(({ document }) => document);
}

const unanswered = (day: CalendarDate): SectionAnswer => ({
  status: 'unanswered',
  reason: `Deadlines were recorded after ${day}, and nothing says whether they were to be kept by then. The audit trail has their history.`,
});

/** One whose last day nobody knows yet comes after all the others. */
const lastDayOf = ({ dueOn }: DeadlineDocument): CalendarDate => dueOn ?? '9999-12-31';

const byDay = (a: DeadlineDocument, b: DeadlineDocument): number =>
  lastDayOf(a) < lastDayOf(b) ? -1 : 1;
