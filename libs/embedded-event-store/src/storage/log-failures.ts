/** The system's codes are words. */
export const isOfLmdb = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';

/** The file is damaged, or no log. */
export function unreadable(directory: string, cause: Error): Error {
  const error = new Error(`the event log in ${directory} cannot be read: ${cause.message}`, {
    cause,
  });
  return Object.assign(error, { code: 'log-unreadable' });
}

/** Memory may be ahead of the disk from now on. */
export function commitFailed(directory: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(`a commit to the event log in ${directory} failed: ${reason}`, { cause });
  return Object.assign(error, { code: 'commit-failed' });
}
