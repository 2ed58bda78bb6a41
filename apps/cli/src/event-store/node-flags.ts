import { type EmbeddedEventStoreOptions, type User } from '@jejak/embedded-event-store';
import { type Command, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { folderName, hostName, portNumber } from '../arguments';

/** What `jejak event-store` was told. */
export interface NodeFlags {
  readonly data: string;
  readonly host: string;
  readonly port?: number;
  readonly unix?: string;
  readonly allowRemote: boolean;
  readonly allowRemoteWithoutProtection: boolean;
  readonly advertiseHost?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly user?: string;
  readonly passwordFile?: string;
}

/** EventStoreDB's own. */
const defaultPort = 2113;

/** The variable that holds the password where no file does; an argument everybody could read. */
const passwordVariable = 'JEJAK_EVENT_STORE_PASSWORD';

/** The folder of one embedded event store; by default the one `jejak start` has in its own. */
export function logOption(): Option {
  const { JEJAK_DATA: folder = '' } = process.env;
  return new Option('--data <folder>', 'folder of the event store')
    .argParser(folderName)
    .default(join(folder === '' ? 'data' : folder, 'events'));
}

export const withNode = (command: Command): Command =>
  command
    .addOption(logOption())
    .option(
      '--port <number>',
      `port to listen on, 0 for any free one (default: ${defaultPort}; none with --unix alone)`,
      portNumber,
    )
    .option('--host <address>', 'address to listen on', hostName, '127.0.0.1')
    .option('--unix <path>', 'Unix socket to listen on, for your user only')
    .option('--allow-remote', 'let other machines connect; needs TLS and a user', false)
    .option(
      '--allow-remote-without-protection',
      'let everybody who reaches the port do everything',
      false,
    )
    .option(
      '--advertise-host <name>',
      'what clients are told to dial (default: the host)',
      hostName,
    )
    .option('--tls-cert <file>', 'certificate with its chain, PEM')
    .option('--tls-key <file>', 'its private key, PEM')
    .option('--user <name>', 'the one user who may call at the port; needs TLS')
    .option('--password-file <file>', `file with the user's password (env: ${passwordVariable})`);

/** Flags that do not go together, said in their own names. */
export class FlagsRefused extends Error {
  override readonly name = 'FlagsRefused';
}

/** A file named by a flag cannot be read. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';
  readonly code = 'event-store.file-unreadable';
  constructor(flag: string, file: string, reason: unknown) {
    const text = reason instanceof Error ? reason.message : String(reason);
    super(`${file} (${flag}) cannot be read: ${text}`);
  }
}

/** @throws FlagsRefused, FileUnreadable */
export async function nodeOptionsOf(
  flags: NodeFlags,
  environment: NodeJS.ProcessEnv,
): Promise<EmbeddedEventStoreOptions> {
  const { data, host, unix, advertiseHost } = flags;
  const tls = await tlsOf(flags);
  const user = await userOf(flags, environment);
  if (user !== undefined && tls === undefined) {
    throw new FlagsRefused('--user needs --tls-cert and --tls-key: the password would be readable');
  }
  return {
    directory: data,
    host,
    port: flags.port ?? (unix === undefined ? defaultPort : null),
    remote: remoteOf(flags),
    ...(unix === undefined ? {} : { unixSocket: unix }),
    ...(tls === undefined ? {} : { tls }),
    ...(user === undefined ? {} : { user }),
    ...(advertiseHost === undefined ? {} : { advertisedHost: advertiseHost }),
  };
}

function remoteOf(flags: NodeFlags): 'refused' | 'protected' | 'unprotected' {
  if (flags.allowRemoteWithoutProtection) return 'unprotected';
  return flags.allowRemote ? 'protected' : 'refused';
}

async function tlsOf({ tlsCert, tlsKey }: NodeFlags): Promise<EmbeddedEventStoreOptions['tls']> {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new FlagsRefused('--tls-cert and --tls-key belong together');
  }
  return {
    certificate: await contentsOf('--tls-cert', tlsCert),
    key: await contentsOf('--tls-key', tlsKey),
  };
}

async function userOf(
  { user, passwordFile }: NodeFlags,
  environment: NodeJS.ProcessEnv,
): Promise<User | undefined> {
  if (user === undefined) {
    if (passwordFile !== undefined) throw new FlagsRefused('--password-file needs --user');
    return undefined;
  }
  const password =
    passwordFile === undefined
      ? environment[passwordVariable]
      : (await contentsOf('--password-file', passwordFile)).replace(/\r?\n$/, '');
  if (password === undefined || password === '') {
    throw new FlagsRefused(`--user needs a password in --password-file or ${passwordVariable}`);
  }
  return { name: user, password };
}

const contentsOf = (flag: string, file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new FileUnreadable(flag, file, error);
  });
