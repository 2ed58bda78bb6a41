import type { Refusal } from '../../decider';
import { invalidContent } from '../../policy/invalid-content';
import type { ZoneMonitoring } from './monitoring';
import { isDayOfEveryYear } from './window-rules';

export const zoneMonitoringMustBeSound = ({ lastDay }: ZoneMonitoring): Refusal | null =>
  isDayOfEveryYear(lastDay)
    ? null
    : invalidContent(
        'lastDay',
        `${lastDay} is not a day of every year`,
        'Give a day of every year as MM-DD.',
      );
