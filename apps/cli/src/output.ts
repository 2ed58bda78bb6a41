/** Where a command's result goes. Handlers return results; only renderers write. */
export interface Output {
  /** A line of the result, on standard output. */
  line(text: string): void;
  /** A line about the work, on standard error. */
  note(text: string): void;
  /** True when a person watches: standard error is a terminal and no JSON was asked for. */
  readonly interactive: boolean;
  /** One JSON document instead of tables. */
  readonly json: boolean;
}

export const standardOutput = (json: boolean): Output => ({
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  note: (text) => {
    process.stderr.write(`${text}\n`);
  },
  interactive: process.stderr.isTTY && !json,
  json,
});
