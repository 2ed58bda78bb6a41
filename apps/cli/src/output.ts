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

/** Recorded text is shown, never obeyed: a terminal must not act on what somebody once sent. */
const shown = (text: string): string =>
  text.replace(
    /[^\P{Cc}\n]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const standardOutput = (json: boolean): Output => ({
  line: (text) => {
    process.stdout.write(`${shown(text)}\n`);
  },
  note: (text) => {
    process.stderr.write(`${shown(text)}\n`);
  },
  interactive: process.stderr.isTTY && !json,
  json,
});
