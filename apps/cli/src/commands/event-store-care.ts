import {
  type Backup,
  type BackupOptions,
  type Verification,
  type VerifyOptions,
} from '@jejak/embedded-event-store';
import { type Command } from 'commander';
import { resolve } from 'node:path';

import { careFailureOf } from '../event-store/care-failure';
import { eventStoreNode } from '../event-store/node-flags';
import { exitCodes } from '../exit-codes';
import { standardOutput } from '../output';
import { backupLines, verificationLines } from '../render/event-store-care';
import { dataOption } from '../store-node/listening';
import { withProgress } from '../store-node/with-progress';

/** What is done to a log; a node may be running on it. */
export interface Care {
  readonly backUp: (options: BackupOptions) => Promise<Backup>;
  readonly verify: (options: VerifyOptions) => Promise<Verification>;
}

interface CareOptions {
  readonly data: string;
  readonly json: boolean;
}

/** `jejak event-store backup`. */
export function addBackup(eventStore: Command, { backUp }: Pick<Care, 'backUp'>): void {
  eventStore
    .command('backup')
    .summary('copy the event store while it runs')
    .description(
      'Copies the event store as it is at one moment; a node may go on writing to it. The copy is ' +
        'a folder of an event store itself: whole, or not there.',
    )
    .addOption(dataOption(eventStoreNode))
    .requiredOption('--to <folder>', 'where the copy goes')
    .option('--overwrite', 'replace what is there', false)
    .option('--json', 'print one JSON document', false)
    .addHelpText(
      'after',
      `
Exit codes: 0 copied, 1 failed and nothing is left behind, 130 interrupted.

Example:
  npx jejak event-store backup --data ./data/events --to /backup/2026-01-31`,
    )
    .action(async (options: CareOptions & { to: string; overwrite: boolean }) => {
      const { data, to, overwrite, json } = options;
      const output = standardOutput(json);
      const backup = await withProgress(
        output,
        {
          store: 'event store',
          verb: 'copied',
          unit: 'bytes',
          leftBehind: ` A folder ${to}.*.partial may be left.`,
        },
        (onProgress) => backUp({ directory: data, destination: to, overwrite, onProgress }),
      ).catch((error: unknown) => {
        throw careFailureOf(error, data);
      });
      const destination = resolve(to);
      if (json) output.line(JSON.stringify({ destination, ...backup }));
      else for (const line of backupLines(destination, backup)) output.line(line);
    });
}

/** `jejak event-store verify`. */
export function addVerify(eventStore: Command, { verify }: Pick<Care, 'verify'>): void {
  eventStore
    .command('verify')
    .summary('check the event store and name the first fault')
    .description(
      'Reads the whole log with its checksums, its index and its streams and compares what they ' +
        'say. Changes nothing; a node may be running. For a backup: name its folder.',
    )
    .addOption(dataOption(eventStoreNode))
    .option('--json', 'print one JSON document', false)
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing is wrong, 1 a fault was found or it could not be read.

Example:
  npx jejak event-store verify --data ./data/events`,
    )
    .action(async ({ data, json }: CareOptions) => {
      const output = standardOutput(json);
      const verification = await withProgress(
        output,
        { store: 'event store', verb: 'verified', unit: 'entries', leftBehind: '' },
        (onProgress) => verify({ directory: data, onProgress }),
      ).catch((error: unknown) => {
        throw careFailureOf(error, data);
      });
      const directory = resolve(data);
      if (json) output.line(JSON.stringify({ directory, ...verification }));
      else for (const line of verificationLines(directory, verification)) output.line(line);
      if (verification.fault !== null) process.exitCode = exitCodes.failed;
    });
}
