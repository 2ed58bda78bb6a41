import type { CommandContext } from '../command-context';
import type { PolicyInForce } from '../policy/state';
import type { CalendarDate, DecimalText, Source } from '../values';
import type { IndexKey } from './events';

/** The scales in force on the last day of the year measured; null where none are. */
interface WithScales {
  readonly policy: PolicyInForce<'index-scales'> | null;
}

export type RecordIndex = CommandContext &
  IndexKey &
  WithScales & {
    readonly type: 'RecordIndex';
    /** Whether the subject is a region in the record; true for a group of bodies. */
    readonly subjectRegistered: boolean;
    readonly value: DecimalText;
    readonly claimedBand: string | null;
    readonly claimedAs: string | null;
    readonly respondents: number | null;
    readonly publishedOn: CalendarDate | null;
    readonly source: Source;
  };

export type CorrectIndex = CommandContext &
  IndexKey &
  WithScales & {
    readonly type: 'CorrectIndex';
    readonly publication: number;
    readonly to: DecimalText;
    readonly reason: string;
  };

export type IndexCommand = RecordIndex | CorrectIndex;
