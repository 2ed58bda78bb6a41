import { type EmbeddedEventStoreOptions, type User } from '@jejak/embedded-event-store';
import { type Command } from 'commander';
import { readFile } from 'node:fs/promises';

import { hostName } from '../arguments';
import { FlagsRefused } from '../store-node/flags-refused';
import {
  type ListeningFlags,
  listeningOf,
  type StoreNode,
  withListening,
} from '../store-node/listening';

/** What `jejak event-store` was told. */
export interface NodeFlags extends ListeningFlags {
  readonly allowRemote: boolean;
  readonly advertiseHost?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly user?: string;
  readonly passwordFile?: string;
}

/** The port is EventStoreDB's own. */
export const eventStoreNode: StoreNode = { name: 'event store', folder: 'events', port: 2113 };

/** The variable that holds the password where no file does; an argument everybody could read. */
const passwordVariable = 'JEJAK_EVENT_STORE_PASSWORD';

export const withNode = (command: Command): Command =>
  withListening(command, eventStoreNode)
    .option('--allow-remote', 'let other machines connect; needs TLS and a user', false)
    .option(
      '--advertise-host <name>',
      'what clients are told to dial (default: the host)',
      hostName,
    )
    .option('--tls-cert <file>', 'certificate with its chain, PEM')
    .option('--tls-key <file>', 'its private key, PEM')
    .option('--user <name>', 'the one user who may call at the port; needs TLS')
    .option('--password-file <file>', `file with the user's password (env: ${passwordVariable})`);

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
  const { advertiseHost } = flags;
  const tls = await tlsOf(flags);
  const user = await userOf(flags, environment);
  if (user !== undefined && tls === undefined) {
    throw new FlagsRefused('--user needs --tls-cert and --tls-key: the password would be readable');
  }
  return {
    ...listeningOf(flags, eventStoreNode),
    remote: remoteOf(flags),
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
