import { CorruptStreamError } from '../corrupt-stream';
import type { CommandContext } from '../command-context';
import type { Decider, Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustCite } from '../rules/text';
import type { Source } from '../values';
import { type ComplianceCounts, complianceRatios } from './compliance';
import type { DeclarationField } from './events';
import type { ComplianceStatisticRecorded } from './statistic-events';

export type RecordComplianceStatistic = CommandContext &
  ComplianceCounts & {
    readonly type: 'RecordComplianceStatistic';
    readonly year: number;
    readonly asOf: string;
    readonly field: DeclarationField | null;
    readonly source: Source;
  };

/** What was published about the reports of one year. */
export interface StatisticState {
  readonly year: number | null;
  readonly recorded: readonly ComplianceStatisticRecorded['data'][];
}

type Published = Pick<RecordComplianceStatistic, 'asOf' | 'field' | 'source'>;

const same = (a: Published, b: Published): boolean =>
  a.asOf === b.asOf && a.field === b.field && a.source.id === b.source.id;

const mustBeNew = ({ recorded }: StatisticState, command: RecordComplianceStatistic) =>
  recorded.some((one) => same(one, command))
    ? refusal(
        'declaration.statistic-already-recorded',
        `${command.source.id} was recorded as of ${command.asOf}`,
        'Record a figure once for each source, day and field.',
      )
    : null;

/** A month stands for its first day: it must have begun. */
const asOfMustHaveBegun = ({ asOf, at }: RecordComplianceStatistic): Refusal | null =>
  mustHaveHappened('declaration', 'asOf', asOf.length === 7 ? `${asOf}-01` : asOf, at);

/** Only reports that were handed in can be complete, and only obligors hand in. */
function countsMustFit(counts: ComplianceCounts): Refusal | null {
  const { obligors, submitted, complete } = counts;
  return (
    mustBeCount('declaration', 'obligors', obligors, 1) ??
    mustBeCount('declaration', 'submitted', submitted) ??
    mustBeCount('declaration', 'complete', complete ?? 0) ??
    (submitted <= obligors && (complete ?? 0) <= submitted
      ? null
      : refusal(
          'declaration.counts-contradict',
          `of ${obligors} obligors ${submitted} are said to have submitted, ${complete ?? 'an unknown number'} completely`,
          'Give no more submitted than obligors, and no more complete than submitted.',
          submitted <= obligors ? 'complete' : 'submitted',
        ))
  );
}

const decide = (
  state: StatisticState,
  command: RecordComplianceStatistic,
): Decision<ComplianceStatisticRecorded> =>
  recordUnless(
    asOfMustHaveBegun(command) ??
      countsMustFit(command) ??
      mustCite('declaration', command.source) ??
      mustBeNew(state, command),
    () => {
      const { type: _, actor: __, at: ___, ...published } = command;
      return {
        type: 'ComplianceStatisticRecorded',
        data: { ...published, ...complianceRatios(command) },
      };
    },
  );

function evolve(
  state: StatisticState,
  { data, type }: ComplianceStatisticRecorded,
): StatisticState {
  if (state.year !== null && state.year !== data.year) {
    throw new CorruptStreamError(type, `of ${state.year}`);
  }
  return { year: data.year, recorded: [...state.recorded, data] };
}

/** Published figures on the reports of one year. */
export const declarationStatistic: Decider<
  StatisticState,
  RecordComplianceStatistic,
  ComplianceStatisticRecorded
> = { initialState: () => ({ year: null, recorded: [] }), decide, evolve };
