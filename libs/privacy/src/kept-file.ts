import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** The text of a file, null when there is none. */
export async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * The text of the file, which is made with `text` (mode 0600, on disk before this resolves) unless it
 * is there. Several processes making it at once all get what the first one made.
 */
export async function keptIn(file: string, text: () => string): Promise<string> {
  const known = await textOf(file);
  if (known !== null) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await written(draft, text());
  try {
    await link(draft, file);
  } catch (error) {
    // The draft was removed: what the file was overwritten with is what is kept.
    if (!isCode(error, 'EEXIST') && !isCode(error, 'ENOENT')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await settled(dirname(file));
  return readFile(file, 'utf8');
}

/**
 * Overwrites what the file holds with `text` and blanks, on disk before this resolves, and removes the
 * drafts of it that a process left which ended while it made the file. Makes the file where there is
 * none. What was cut off is finished by a repetition. `text` is no longer than what is overwritten.
 */
export async function overwriteIn(file: string, text: string): Promise<void> {
  await keptIn(file, () => text);
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    // One write, in place: the same bytes on disk, whatever else they are known as.
    await handle.write(text.padEnd(size), 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    await rm(join(dirname(file), name), { force: true });
  }
  await settled(dirname(file));
}

async function written(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name is on disk once its folder is. */
async function settled(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
