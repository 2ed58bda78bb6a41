import type { JejakEvent, JejakEventType } from '@jejak/domain';

import { complaintDeadlines } from '../complaint/deadlines';
import { declarationDeadlines } from '../declaration/deadlines';
import { erasureDeadlines } from '../erasure-register/deadlines';
import { gratificationDeadlines } from '../gratification/deadlines';
import { informationDeadlines } from '../information-register/deadlines';
import { planDeadlines } from '../plan-progress/deadlines';
import { scorecardDeadlines } from '../scorecards/deadlines';
import { supervisionDeadlines } from '../supervision-register/deadlines';
import { zoneDeadlines } from '../zone/deadlines';
import type { DeadlineChange, DeadlineContributor } from './change';

/** Every context that has terms. */
const contributors: readonly DeadlineContributor[] = [
  planDeadlines,
  supervisionDeadlines,
  declarationDeadlines,
  gratificationDeadlines,
  complaintDeadlines,
  erasureDeadlines,
  informationDeadlines,
  zoneDeadlines,
  scorecardDeadlines,
];

type Says = (data: JejakEvent['data'], recordedAt: string) => readonly DeadlineChange[];

const byType = new Map<string, Says>();
for (const contributor of contributors) {
  for (const [type, says] of Object.entries(contributor)) {
    if (byType.has(type)) throw new Error(`Two contexts say what ${type} does to deadlines`);
    byType.set(type, says as Says);
  }
}

/** The events that can change a deadline. */
export const changingTypes = [...byType.keys()] as readonly JejakEventType[];

/** What an event does to deadlines, whichever context has them. */
export const changesOf = (
  { type, data }: JejakEvent,
  recordedAt: string,
): readonly DeadlineChange[] => byType.get(type)?.(data, recordedAt) ?? [];
