import { resolve } from 'node:path';

import { FlagsRefused } from './flags-refused';
import { type ListeningFlags } from './listening';

/** What the system answers about a folder that cannot be used. */
const folderFaults = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT']);

/** What is said by one kind of node in its own words. */
export interface NodeWords {
  readonly NotStarted: new (message: string) => Error;
  /** Other machines would reach it, which was not asked for. */
  readonly remote: Error;
}

/** What a node failed to start with, for the person who gave the flags. */
export function nodeFailureOf(
  error: unknown,
  { data }: Pick<ListeningFlags, 'data'>,
  { NotStarted, remote }: NodeWords,
): Error {
  if (!(error instanceof Error) || !('code' in error)) return asError(error);
  const { message } = error;
  const code = String(error.code);
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  switch (code) {
    case 'remote-refused':
      return remote;
    case 'options-contradictory':
    case 'tls-unusable':
      return new FlagsRefused(sentence);
    case 'directory-locked':
      return new NotStarted(`${sentence}. Stop that process, or name another folder with --data.`);
    case 'port-unavailable':
      return new NotStarted(
        `${sentence}. Stop what is using it, or choose another with --port and --host.`,
      );
    case 'socket-unavailable':
      return new NotStarted(`${sentence}. Name another path with --unix.`);
    case 'log-unreadable':
      return new NotStarted(
        `${sentence}.\n  Start from a backup; \`jejak event-store verify\` names the first fault.`,
      );
    // Their sentences say what to do.
    case 'log-cut-short':
    case 'format-unknown':
    case 'unflushed':
      return new NotStarted(`${sentence}.`);
    default:
      return folderFaults.has(code)
        ? new NotStarted(
            `The folder ${resolve(data)} cannot be used: ${message}.\n` +
              '  Make it writable for this user, or name another with --data.',
          )
        : error;
  }
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
