import { Presets, SingleBar } from 'cli-progress';

import { type Output } from '../output';

/** How far some work is. */
export interface Progress {
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
  /** What a person needs to know beside the bar. */
  readonly beside: string;
  /** The same as a whole line, for a log. */
  readonly line: string;
  /** The line is worth writing however short ago the last one was. */
  readonly due: boolean;
}

export interface ProgressView {
  update(progress: Progress): void;
  /** A line about the work in between. */
  note(text: string): void;
  done(): void;
}

/** Every so many milliseconds a line, where no person watches. */
const lineInterval = 5_000;

/** A bar for a person, a line now and then for a log, nothing but notes for JSON. */
export function progressView(output: Output): ProgressView {
  if (output.interactive) return bar(output);
  const quiet = { update: () => undefined, note: noteTo(output), done: () => undefined };
  return output.json ? quiet : { ...quiet, update: linesOn(output) };
}

const noteTo =
  (output: Output) =>
  (text: string): void => {
    output.note(`  ${text}`);
  };

function bar(output: Output): ProgressView {
  const drawn = new SingleBar(
    {
      format: '  {bar} {beside}',
      hideCursor: true,
      clearOnComplete: false,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let isDrawn = false;
  const done = (): void => {
    if (isDrawn) drawn.stop();
    isDrawn = false;
  };
  return {
    update: ({ done: reached, total, beside }) => {
      const length = Math.max(total ?? 1, 1);
      if (!isDrawn) drawn.start(length, 0, { beside });
      isDrawn = true;
      drawn.setTotal(length);
      drawn.update(total === null ? 0 : Math.min(reached, length), { beside });
    },
    note: (text) => {
      done();
      noteTo(output)(text);
    },
    done,
  };
}

function linesOn(output: Output): ProgressView['update'] {
  let last = performance.now();
  return ({ due, line }) => {
    if (!due && performance.now() - last < lineInterval) return;
    last = performance.now();
    output.note(`  ${line}`);
  };
}
