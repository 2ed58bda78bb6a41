import { type Progress } from '../render/progress';
import { bytesText } from '../render/bytes';

/** How far a backup or a verification is. */
export function careProgress(done: number, total: number, verb: string, unit: string): Progress {
  const amount = (value: number): string => (unit === 'bytes' ? bytesText(value) : String(value));
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const text = `${percent}% · ${amount(done)}/${amount(total)}${unit === 'bytes' ? '' : ` ${unit}`} ${verb}`;
  return { done, total, beside: text, line: text, due: false };
}
