import { count, wordsOf } from '../words';
import type { Counts } from './round';

/** What was counted, and when nothing failed what that means. */
export function reportOf(counts: Counts, isClean: boolean): readonly string[] {
  const { shown, kills, underWay } = wordsOf(counts, isClean);
  return [
    `kills                         ${kills}`,
    `appends acknowledged          ${count(counts.acknowledged)}${shown('each there once, whole, where it was said to be')}`,
    `appends under way at a kill   ${underWay}`,
    `all of those asked for again, and ${count(counts.repeated)} acknowledged ones${shown('each there once')}`,
    `events in the logs            ${count(counts.events)}${shown('without a gap in a revision; every log verified')}`,
    `events read meanwhile         ${count(counts.watched)}${shown('none gone or moved later, none come between')}`,
  ];
}
