import { type ImportProgress } from '@jejak/client';
import { Presets, SingleBar } from 'cli-progress';

import { type Output } from '../output';

export interface ProgressView {
  update(progress: ImportProgress): void;
  done(): void;
}

/** Every so many milliseconds a line, where no person watches. */
const lineInterval = 5_000;

/** A bar with rate and time left for a person, a line now and then for a log, nothing for JSON. */
export function progressView(output: Output, total: number): ProgressView {
  if (output.json) return { update: () => undefined, done: () => undefined };
  return output.interactive ? bar(total) : lines(output);
}

function bar(total: number): ProgressView {
  const drawn = new SingleBar(
    {
      format: '  {bar} {value}/{total} commands · {rate}/s · {eta_formatted} left · {phase}',
      hideCursor: true,
      clearOnComplete: false,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const started = performance.now();
  drawn.start(total, 0, { phase: '', rate: 0 });
  return {
    update: ({ done, phase }) => {
      const seconds = Math.max((performance.now() - started) / 1_000, 0.001);
      drawn.update(done, { phase, rate: Math.round(done / seconds) });
    },
    done: () => {
      drawn.stop();
    },
  };
}

function lines(output: Output): ProgressView {
  let last = performance.now();
  return {
    update: ({ done, total, phase }) => {
      if (done < total && performance.now() - last < lineInterval) return;
      last = performance.now();
      output.note(`  ${done} of ${total} commands sent (${phase})`);
    },
    done: () => undefined,
  };
}
