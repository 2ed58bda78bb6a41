import type { Counts } from './round';

const grouped = new Intl.NumberFormat('en');

/** What was counted, and when nothing failed what that means. */
export function reportOf(counts: Counts, isClean: boolean): readonly string[] {
  const count = (value: number): string => grouped.format(value);
  const shown = (claim: string): string => (isClean ? `: ${claim}` : '');
  const underWay = counts.unknownWritten + counts.unknownLost;
  return [
    `kills                         ${count(counts.kills)}, of them ${count(counts.killsAtStart)} during a start`,
    `appends acknowledged          ${count(counts.acknowledged)}${shown('each there once, whole, where it was said to be')}`,
    `appends under way at a kill   ${count(underWay)}: ${count(counts.unknownWritten)} written whole, ${count(counts.unknownLost)} not at all`,
    `all of those asked for again, and ${count(counts.repeated)} acknowledged ones${shown('each there once')}`,
    `events in the logs            ${count(counts.events)}${shown('without a gap in a revision; every log verified')}`,
    `events read meanwhile         ${count(counts.watched)}${shown('none gone or moved later, none come between')}`,
  ];
}
