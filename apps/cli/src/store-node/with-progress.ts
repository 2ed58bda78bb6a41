import { exitCodes } from '../exit-codes';
import { catchInterruption } from '../interruption';
import { type Output } from '../output';
import { progressView } from '../render/progress';
import { careProgress } from './care-progress';

interface Words {
  /** Which kind of store it is. */
  readonly store: string;
  readonly verb: string;
  readonly unit: string;
  /** What an interruption leaves. */
  readonly leftBehind: string;
}

/** Neither work can be stopped half-way, so Ctrl-C ends the process once the bar is gone. */
export async function withProgress<Result>(
  output: Output,
  { store, verb, unit, leftBehind }: Words,
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  const view = progressView(output);
  const interruption = catchInterruption();
  interruption.signal.addEventListener('abort', () => {
    view.done();
    output.note(`  Interrupted. The ${store} is not changed.${leftBehind}`);
    process.exit(exitCodes.interrupted);
  });
  try {
    return await work((done, total) => {
      view.update(careProgress(done, total, verb, unit));
    });
  } finally {
    view.done();
    interruption.release();
  }
}
