import { type EmbeddedReadStoreOptions } from '@jejak/embedded-read-store';
import { type Command, Option } from 'commander';
import { join } from 'node:path';

import { folderName, hostName, portNumber } from '../arguments';

/** What `jejak read-store` was told. */
export interface ReadStoreFlags {
  readonly data: string;
  readonly host: string;
  readonly port?: number;
  readonly unix?: string;
  readonly allowRemoteWithoutProtection: boolean;
}

/** MongoDB's own. */
const defaultPort = 27017;

/** The folder of one embedded read store; by default the one `jejak start` has in its own. */
export function viewsOption(): Option {
  const { JEJAK_DATA: folder = '' } = process.env;
  return new Option('--data <folder>', 'folder of the read store')
    .argParser(folderName)
    .default(join(folder === '' ? 'data' : folder, 'views'));
}

export const withReadStore = (command: Command): Command =>
  command
    .addOption(viewsOption())
    .option(
      '--port <number>',
      `port to listen on, 0 for any free one (default: ${defaultPort}; none with --unix alone)`,
      portNumber,
    )
    .option('--host <address>', 'address to listen on', hostName, '127.0.0.1')
    .option('--unix <path>', 'Unix socket to listen on, for your user only')
    .option(
      '--allow-remote-without-protection',
      'let everybody who reaches the port do everything',
      false,
    );

export function readStoreOptionsOf(flags: ReadStoreFlags): EmbeddedReadStoreOptions {
  const { data, host, unix, allowRemoteWithoutProtection } = flags;
  return {
    directory: data,
    host,
    port: flags.port ?? (unix === undefined ? defaultPort : null),
    remote: allowRemoteWithoutProtection ? 'unprotected' : 'refused',
    ...(unix === undefined ? {} : { unixSocket: unix }),
  };
}
