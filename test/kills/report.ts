import type { Campaign, Failure } from './campaign';

const grouped = new Intl.NumberFormat('en');

/** What was played, and when nothing failed what that means. */
export function reportOf({ rounds, milliseconds, events, counts, failure }: Campaign): string {
  const count = (value: number): string => grouped.format(value);
  const shown = (claim: string): string => (failure === null ? `: ${claim}` : '');
  const underWay = counts.unknownWritten + counts.unknownLost;
  return [
    `${count(rounds)} rounds in ${(milliseconds / 1_000).toFixed(1)} s, ${failure === null ? 'none' : 'one'} failed`,
    '',
    `  kills                         ${count(counts.kills)}, of them ${count(counts.killsAtStart)} during a start`,
    `  appends acknowledged          ${count(counts.acknowledged)}${shown('each there once, whole, where it was said to be')}`,
    `  appends under way at a kill   ${count(underWay)}: ${count(counts.unknownWritten)} written whole, ${count(counts.unknownLost)} not at all`,
    `  all of those asked for again, and ${count(counts.repeated)} acknowledged ones${shown('each there once')}`,
    `  events in the logs            ${count(events)}${shown('without a gap in a revision; every log verified')}`,
    `  events read meanwhile         ${count(counts.watched)}${shown('none gone or moved later, none come between')}`,
    '',
  ].join('\n');
}

/** What went wrong, and how to do it again. */
export function failureText({ round, lifeBegan, wrong }: Failure, seed: number): string {
  const again = `--seed ${seed} --from ${lifeBegan} --rounds ${round - lifeBegan + 1}`;
  return [`Round ${round} failed: ${wrong}`, `Again: npm run kills -- ${again}`, ''].join('\n');
}
