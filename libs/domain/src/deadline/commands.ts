import type { TimeZone } from '../calendar';
import type { CommandContext } from '../command-context';
import type { Deadline, JudgedZone } from './events';

/** Said by the clock alone: nobody can ask for it over HTTP. */
export type PassDeadline = CommandContext &
  Deadline &
  Omit<JudgedZone, 'zone'> & {
    readonly type: 'PassDeadline';
    readonly zone: Pick<TimeZone, 'id' | 'offsetMinutes'>;
  };

export type DeadlineCommand = PassDeadline;
