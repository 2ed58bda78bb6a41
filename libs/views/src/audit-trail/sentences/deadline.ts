import type { DeadlinePassed } from '@jejak/domain/deadline/events';

/** Nobody did it, so nobody is the subject. */
export const deadlineSentences = {
  DeadlinePassed: ({ title, region, subject, dueOn, zone, zoneAssumed }: DeadlinePassed['data']) =>
    `The deadline of ${region} for "${title}" (${subject}) passed at the end of ${dueOn} ${zone}${zoneAssumed ? ', by the last clock of the country' : ''}`,
};
