import { type ImportProgress } from '@jejak/client';

import { durationText } from './duration';
import { type Progress } from './progress';

/** How far an import is that has taken so many seconds. */
export function importProgress(
  { done, total, phase }: ImportProgress,
  elapsedSeconds: number,
): Progress {
  const rate = done / Math.max(elapsedSeconds, 0.001);
  const left = rate === 0 ? '' : ` · ${durationText((total - done) / rate)} left`;
  return {
    done,
    total,
    beside: `${done}/${total} commands · ${Math.round(rate)}/s${left} · ${phase}`,
    line: `${done} of ${total} commands sent (${phase})`,
    due: done >= total,
  };
}
