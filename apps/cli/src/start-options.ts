import { type Settings } from '@jejak/config';
import { type Command, InvalidArgumentError } from 'commander';

/** Flags win over the environment. */
export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  readonly data?: string;
}

export const withStart = (command: Command): Command =>
  command
    .option('--port <number>', 'port to listen on (env: JEJAK_PORT, default: 3636)', portNumber)
    .option('--host <address>', 'address to listen on (env: JEJAK_HOST, default: 127.0.0.1)')
    .option('--data <folder>', 'data folder (env: JEJAK_DATA, default: ./data)');

export const settingsWith = (settings: Settings, { port, host, data }: StartOptions): Settings => ({
  ...settings,
  port: port ?? settings.port,
  host: host ?? settings.host,
  dataDirectory: data ?? settings.dataDirectory,
});

/** The argument of a port's flag. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError('must be a whole number from 0 to 65535');
}
