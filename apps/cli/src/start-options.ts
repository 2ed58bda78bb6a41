import { type Settings } from '@jejak/config';
import { type Command } from 'commander';

import { folderName, hostName, portNumber } from './arguments';

/** Flags win over the environment. */
export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
}

export const withStart = (command: Command): Command =>
  command
    .option('--port <number>', 'port to listen on (env: JEJAK_PORT, default: 3636)', portNumber)
    .option(
      '--host <address>',
      'address to listen on (env: JEJAK_HOST, default: 127.0.0.1)',
      hostName,
    )
    .option('--data <folder>', 'data folder (env: JEJAK_DATA, default: ./data)', folderName);

export const settingsWith = (settings: Settings, { port, host, data }: StartOptions): Settings => ({
  ...settings,
  port: port ?? settings.port,
  host: host ?? settings.host,
  dataDirectory: data ?? settings.dataDirectory,
});
