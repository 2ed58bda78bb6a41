import { type Verification, type VerifyOptions } from '@jejak/embedded-read-store';
import { type Command } from 'commander';
import { resolve } from 'node:path';

import { exitCodes } from '../exit-codes';
import { standardOutput } from '../output';
import { readStoreNode } from '../read-store/flags';
import { readStoreVerificationLines } from '../render/read-store';
import { dataOption } from '../store-node/listening';
import { withProgress } from '../store-node/with-progress';

/** What is done to a data folder; a node may be running on it. */
export interface ReadStoreCare {
  readonly verify: (options: VerifyOptions) => Promise<Verification>;
}

/** The folder could not be read at all. */
export class ReadStoreNotRead extends Error {
  override readonly name = 'ReadStoreNotRead';
  readonly code = 'read-store.not-read';
}

/** `jejak read-store verify`. */
export function addReadStoreVerify(readStore: Command, { verify }: ReadStoreCare): void {
  readStore
    .command('verify')
    .summary('check the read store and name the first fault')
    .description(
      'Reads every document and every index, whose entries have to be those the documents have, ' +
        'no more and no fewer. Changes nothing; a node may be running.',
    )
    .addOption(dataOption(readStoreNode))
    .option('--json', 'print one JSON document', false)
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing is wrong, 1 a fault was found or it could not be read.

Example:
  npx jejak read-store verify --data ./data/views`,
    )
    .action(async ({ data, json }: { readonly data: string; readonly json: boolean }) => {
      const output = standardOutput(json);
      const words = { store: 'read store', verb: 'verified', unit: 'entries', leftBehind: '' };
      const verification = await withProgress(output, words, (onProgress) =>
        verify({ directory: data, onProgress }),
      ).catch((error: unknown) => {
        throw failureOf(error, data);
      });
      const directory = resolve(data);
      if (json) output.line(JSON.stringify({ directory, ...verification }));
      else
        for (const line of readStoreVerificationLines(directory, verification)) output.line(line);
      if (verification.fault !== null) process.exitCode = exitCodes.failed;
    });
}

function failureOf(error: unknown, data: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMissing = 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return error;
  return new ReadStoreNotRead(
    `There is no read store in ${resolve(data)}. Name its folder with --data.`,
  );
}
