import type { Counted } from './processes/log-reader';

/** The log holds something else than was asked of it: no number of this run counts. */
export class WrongLog extends Error {
  override readonly name = 'WrongLog';
}

/** Says what was found. Throws `WrongLog` unless every command left one event, and only one. */
export function checkOnce(counted: Counted, expected: number): string {
  const { events, commands } = counted;
  if (events !== expected || commands !== expected) {
    throw new WrongLog(
      `${events} events of ${commands} commands are in the log where ${expected} were answered`,
    );
  }
  return `${events} events of ${commands} commands in the log, as answered: each once`;
}
