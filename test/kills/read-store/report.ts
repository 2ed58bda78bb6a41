import type { Counts } from './round';

const grouped = new Intl.NumberFormat('en');

/** What was counted, and when nothing failed what that means. */
export function reportOf(counts: Counts, isClean: boolean): readonly string[] {
  const count = (value: number): string => grouped.format(value);
  const shown = (claim: string): string => (isClean ? `: ${claim}` : '');
  const underWay = counts.unknownWritten + counts.unknownLost;
  return [
    `kills                         ${count(counts.kills)}, of them ${count(counts.killsAtStart)} during a start`,
    `commands acknowledged         ${count(counts.acknowledged)}${shown('all there')}`,
    `commands under way at a kill  ${count(underWay)}: ${count(counts.unknownWritten)} written whole, ${count(counts.unknownLost)} not at all`,
    `documents compared            ${count(counts.documents)}${shown('each as it was written last')}`,
    `index entries verified        ${count(counts.entries)}${shown('none without its document, and none missing')}`,
  ];
}
