import type { KillCounts } from './until-killed';

const grouped = new Intl.NumberFormat('en');
/** With thousands set apart. */
export const count = (value: number): string => grouped.format(value);

/** How both games word what they counted; a claim is only made when nothing failed. */
export const wordsOf = (
  { kills, killsAtStart, unknownWritten, unknownLost }: KillCounts,
  isClean: boolean,
) => ({
  shown: (claim: string): string => (isClean ? `: ${claim}` : ''),
  kills: `${count(kills)}, of them ${count(killsAtStart)} during a start`,
  underWay: `${count(unknownWritten + unknownLost)}: ${count(unknownWritten)} written whole, ${count(unknownLost)} not at all`,
});
