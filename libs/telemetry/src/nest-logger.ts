import type { LoggerService } from '@nestjs/common';
import type { Level } from 'pino';
import type { Logger } from './logger';

/**
 * What Nest and its libraries say, as structured lines: `app.useLogger(new NestLogger(logger))`.
 * Nest passes the context as the last text, and for errors the stack before it.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const context = texts.at(-1);
    const stack = texts.length > 1 ? texts.at(-2) : undefined;
    const extra = rest.filter((part) => typeof part === 'object' && part !== null);
    const { msg, fields } = said(message);
    this.logger[level](
      {
        ...fields,
        ...(context === undefined ? {} : { context }),
        ...(stack === undefined ? {} : { stack }),
        ...(extra.length === 0 ? {} : { extra }),
      },
      msg,
    );
  }
}

/** A structured entry keeps its fields beside its `message`. */
function said(message: unknown): { msg: string; fields: object } {
  if (message instanceof Error) return { msg: message.message, fields: { err: message } };
  if (typeof message !== 'object' || message === null) return { msg: String(message), fields: {} };
  const { message: msg, ...fields } = message as Record<string, unknown>;
  return { msg: typeof msg === 'string' ? msg : '', fields };
}
