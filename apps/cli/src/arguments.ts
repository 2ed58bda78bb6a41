import { isIP } from 'node:net';
import { InvalidArgumentError } from 'commander';

/** The argument of a port's flag. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError('must be a whole number from 0 to 65535');
}

/** The argument of a folder's flag. An unset variable of a shell would name the current folder. */
export function folderName(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('must name a folder');
}

/** A name or address that can stand in a connection string. */
export function hostName(text: string): string {
  const isName = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?$/i.test(text);
  if (isName || isIP(text) > 0) return text;
  throw new InvalidArgumentError('must be a host name or an IP address');
}
