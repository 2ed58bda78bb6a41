import { resolve } from 'node:path';

/** A backup was not made, or a log could not be read at all. */
export class EventStoreNotRead extends Error {
  override readonly name = 'EventStoreNotRead';
  readonly code = 'event-store.not-read';
}

/** What a backup or a verification failed with, for the person who gave the flags. */
export function careFailureOf(error: unknown, data: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = 'code' in error ? String(error.code) : '';
  const path = 'path' in error ? String(error.path) : '';
  if (code === 'ENOENT' && path.startsWith(resolve(data))) {
    return new EventStoreNotRead(
      `There is no event store in ${resolve(data)}. Name its folder with --data.`,
    );
  }
  if (code === 'destination-exists') {
    return new EventStoreNotRead(
      `${error.message}. Name another folder with --to, or say --overwrite.`,
    );
  }
  if (code === 'destination-unusable') {
    return new EventStoreNotRead(`${error.message}. Name another folder with --to.`);
  }
  return error;
}
