import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number): void;
  done(): void;
}

/** Milliseconds between two lines, where no person watches. */
const lineInterval = 5_000;

/** A bar with rate and time left on a terminal, a line now and then elsewhere. */
export const progressOf = (total: number): Progress =>
  process.stderr.isTTY ? bar(total) : lines(total);

function bar(total: number): Progress {
  const drawn = new SingleBar(
    {
      format: '  {bar} {value}/{total} rounds · {rate}/s · {eta_formatted} left',
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const started = performance.now();
  drawn.start(total, 0, { rate: '0.0' });
  return {
    update: (done) => {
      drawn.update(done, { rate: rate(done, started) });
    },
    done: () => {
      drawn.stop();
    },
  };
}

function lines(total: number): Progress {
  const started = performance.now();
  let last = started;
  return {
    update: (done) => {
      if (done < total && performance.now() - last < lineInterval) return;
      last = performance.now();
      const left = ((last - started) / done) * (total - done);
      process.stderr.write(
        `  ${done} of ${total} rounds, ${rate(done, started)}/s, ${Math.round(left / 1_000)} s left\n`,
      );
    },
    done: () => undefined,
  };
}

const rate = (done: number, started: number): string =>
  (done / Math.max((performance.now() - started) / 1_000, 0.001)).toFixed(1);
