import { type Command, Option } from 'commander';
import { join } from 'node:path';

import { folderName, hostName, portNumber } from '../arguments';

/** Where either kind of store node keeps its data and listens. */
export interface ListeningFlags {
  readonly data: string;
  readonly host: string;
  readonly port?: number;
  readonly unix?: string;
  readonly allowRemoteWithoutProtection: boolean;
}

/** What one kind of store node is called, and has of its own. */
export interface StoreNode {
  readonly name: 'event store' | 'read store';
  /** Below the folder of `jejak start`. */
  readonly folder: string;
  /** That of the real server. */
  readonly port: number;
}

/** The folder of one node; by default the one `jejak start` has in its own. */
export function dataOption({ name, folder }: StoreNode): Option {
  const { JEJAK_DATA: data = '' } = process.env;
  return new Option('--data <folder>', `folder of the ${name}`)
    .argParser(folderName)
    .default(join(data === '' ? 'data' : data, folder));
}

export const withListening = (command: Command, node: StoreNode): Command =>
  command
    .addOption(dataOption(node))
    .option(
      '--port <number>',
      `port to listen on, 0 for any free one (default: ${node.port}; none with --unix alone)`,
      portNumber,
    )
    .option('--host <address>', 'address to listen on', hostName, '127.0.0.1')
    .option('--unix <path>', 'Unix socket to listen on, for your user only')
    .option(
      '--allow-remote-without-protection',
      'let everybody who reaches the port do everything',
      false,
    );

export interface Listening {
  readonly directory: string;
  readonly host: string;
  readonly port: number | null;
  readonly unixSocket?: string;
}

export const listeningOf = (
  { data, host, port, unix }: ListeningFlags,
  node: StoreNode,
): Listening => ({
  directory: data,
  host,
  port: port ?? (unix === undefined ? node.port : null),
  ...(unix === undefined ? {} : { unixSocket: unix }),
});
