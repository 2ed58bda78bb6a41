import { count, wordsOf } from '../words';
import type { Counts } from './round';

/** What was counted, and when nothing failed what that means. */
export function reportOf(counts: Counts, isClean: boolean): readonly string[] {
  const { shown, kills, underWay } = wordsOf(counts, isClean);
  return [
    `kills                         ${kills}`,
    `commands acknowledged         ${count(counts.acknowledged)}${shown('all there')}`,
    `commands under way at a kill  ${underWay}`,
    `documents compared            ${count(counts.documents)}${shown('each as it was written last')}`,
    `index entries verified        ${count(counts.entries)}${shown('none without its document, and none missing')}`,
  ];
}
