import { destination as fileDescriptor, pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, Level, Logger as PinoLogger } from 'pino';

import { errorFields } from './error-fields';

export type Logger = PinoLogger;
export type LogLevel = Level | 'silent';

export interface LoggerOptions {
  /** Which process speaks, such as `command-api`. */
  readonly name: string;
  /** `info` unless told. */
  readonly level?: LogLevel;
  /** Standard error unless told: standard output belongs to what was asked for. */
  readonly destination?: DestinationStream;
}

const SECRETS = ['authorization', 'token', 'accessToken', 'password', 'secret', 'cookie', 'body'];

/** Where secrets may stand: at the top, one level down, or in the headers of a request. */
const REDACTED = SECRETS.flatMap((key) => [
  key,
  `*.${key}`,
  `headers["${key}"]`,
  `*.headers["${key}"]`,
]);

const STANDARD_ERROR = 2;

/**
 * One JSON object per line, with the time in ISO 8601 UTC. Tokens, bodies and what errors carry
 * beside their message never appear.
 */
export function createLogger({ name, level = 'info', destination }: LoggerOptions): Logger {
  return pino(
    {
      name,
      level,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => errorFields(error) },
      redact: { paths: REDACTED, censor: '[redacted]' },
    },
    // Written at once, so that the last words before a crash are not lost.
    destination ?? fileDescriptor({ fd: STANDARD_ERROR, sync: true }),
  );
}
