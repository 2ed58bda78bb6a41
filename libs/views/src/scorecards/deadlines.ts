import { dayIn, scorecardStream } from '@jejak/domain';
import { evidencePlaces } from '@jejak/domain/scorecard';
import type { ScorecardKey } from '@jejak/domain/scorecard/events';

import { type DeadlineChange, type DeadlineContributor, deadlineId } from '../deadlines/change';

const kind = 'scorecard.evidence';

const idOf = ({ region, instrument, year }: ScorecardKey): string =>
  deadlineId(kind, region, instrument, String(year));

/** Instruments are closed from Jakarta, at one instant for the whole country: its day is that of WIB. */
const jakarta = { offsetMinutes: 420 };

const closing = (
  key: ScorecardKey,
  closesAt: string | null,
  recordedAt: string,
  parts?: readonly string[],
): DeadlineChange => ({
  ...{ kind: 'set', id: idOf(key), deadline: kind, region: key.region },
  subject: scorecardStream(key),
  title: `Evidence of ${key.instrument} ${key.year}`,
  dueOn: closesAt && dayIn(jakarta, closesAt),
  endsAt: closesAt,
  on: dayIn(jakarta, recordedAt),
  ...(parts === undefined ? {} : { parts }),
});

/**
 * The end of uploads: one deadline per region and cycle, so that every region with an open scorecard
 * sees the closing day coming up, and not one for each of some hundred sub-indicators, which would
 * hide everything else. It is met when something was handed in for each of them. Where it passes, the
 * region was late with what is outstanding, and with nothing else: nobody is late who handed in, even
 * what is returned afterwards. An upload after the end is recorded as late, is not scored, and keeps
 * nothing. A scorecard that takes no evidence has no such deadline.
 */
export const scorecardDeadlines: DeadlineContributor = {
  ScorecardOpened: (data, recordedAt) => {
    const parts = evidencePlaces(data).map(({ subIndicator: { id } }) => id);
    return parts.length === 0 ? [] : [closing(data, data.closesAt, recordedAt, parts)];
  },
  CycleClosed: (data, recordedAt) => [closing(data, data.closesAt, recordedAt)],
  EvidenceSubmitted: (data, recordedAt) => {
    if (data.late) return [];
    const at = data.handedInAt ?? recordedAt;
    const { closesAt } = data;
    const on = dayIn(jakarta, closesAt !== null && closesAt < at ? closesAt : at);
    return [{ kind: 'part', id: idOf(data), part: data.subIndicator, on }];
  },
};
