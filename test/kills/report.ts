import type { Campaign, Failure } from './campaign';
import { count } from './words';

/** What was played, and what was counted meanwhile. */
export function reportOf(
  { rounds, milliseconds, failure }: Campaign,
  counted: readonly string[],
): string {
  const seconds = (milliseconds / 1_000).toFixed(1);
  return [
    `${count(rounds)} rounds in ${seconds} s, ${failure === null ? 'none' : 'one'} failed`,
    '',
    ...counted.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** What went wrong, and how to do it again. */
export function failureText(
  { round, lifeBegan, wrong }: Failure,
  store: string,
  seed: number,
): string {
  const again = `${store} --seed ${seed} --from ${lifeBegan} --rounds ${round - lifeBegan + 1}`;
  return [`Round ${round} failed: ${wrong}`, `Again: npm run kills -- ${again}`, ''].join('\n');
}
