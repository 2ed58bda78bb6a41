import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Beside the log, and never ahead of it: how far it went when this was written. A log that ends
 * before its mark has lost its end, which nothing inside of it could tell.
 */
export const END_FILE = 'events.end';
const MARK_EVERY_MS = 2_000;

/** Position of the event the log ended with or went beyond; undefined where nobody has said. */
export function readEndMark(directory: string): number | undefined {
  try {
    const text = readFileSync(join(directory, END_FILE), 'utf8');
    return /^\d+\n$/u.test(text) ? Number(text) : undefined;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** `position`: of an event that is durable; -1, of an empty log, is not written down. */
export async function writeEndMark(directory: string, position: number): Promise<void> {
  if (position < 0) return;
  const file = join(directory, END_FILE);
  await writeFile(`${file}.new`, `${position}\n`);
  await rename(`${file}.new`, file);
}

/** Throws an error with `code` `log-cut-short` when the log ends before its mark. */
export function assertWhole(directory: string, last: number): void {
  const mark = readEndMark(directory);
  if (mark === undefined || last >= mark) return;
  const message =
    `the log in ${directory} ends at position ${last}, and had gone to ${mark}: ` +
    `acknowledged events are missing. To go on without them, remove ${join(directory, END_FILE)}`;
  throw Object.assign(new Error(message), { code: 'log-cut-short' });
}

/** Marks the end every two seconds and once more when it is told to stop. */
export function keepEndMarked(
  directory: string,
  log: { readonly head: { readonly last: number } },
): { stop(): Promise<void> } {
  let marked = -1;
  let marking = Promise.resolve();
  const mark = (): void => {
    const { last } = log.head;
    if (last === marked) return;
    marked = last;
    // On a disk that is full the older mark stays, which only says less.
    marking = marking.then(() => writeEndMark(directory, last)).catch(() => undefined);
  };
  const timer = setInterval(mark, MARK_EVERY_MS).unref();
  return {
    stop: () => {
      clearInterval(timer);
      mark();
      return marking;
    },
  };
}
