import type { DeadlineEvent, DeadlinePassed } from '@jejak/domain/deadline/events';

import { calendarDate } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { instant } from './metadata-shape';
import { record } from './record';
import { integer, text, truth } from './shape';

export const deadlineSchemas: SchemasOf<DeadlineEvent> = {
  DeadlinePassed: firstVersion(
    record<DeadlinePassed['data']>({
      id: text,
      deadline: text,
      region: text,
      subject: text,
      title: text,
      dueOn: calendarDate,
      zone: text,
      zoneAssumed: truth,
      policyVersion: integer,
      passedAt: instant,
    }),
  ),
};
