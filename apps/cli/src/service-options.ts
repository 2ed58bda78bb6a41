import { type Command, Option } from 'commander';

import { folderName } from './arguments';

/** Options of every command that talks to a running service. */
export interface ServiceOptions {
  readonly url: string;
  readonly json: boolean;
}

/** Where a service listens unless it is told otherwise. */
export const defaultUrl = 'http://127.0.0.1:3636';

export const withService = (command: Command): Command =>
  command
    .addOption(
      new Option('--url <address>', 'address of the service').env('JEJAK_URL').default(defaultUrl),
    )
    .option('--json', 'print one JSON document instead of a table', false);

/** Options of every command that needs the data folder of the embedded stores. */
export const dataOption = (): Option =>
  new Option('--data <folder>', 'data folder of the embedded stores')
    .argParser(folderName)
    .env('JEJAK_DATA')
    .default('./data');
