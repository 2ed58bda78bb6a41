import { Logger as NestFacade } from '@nestjs/common';
import { createLogger, type LogLevel } from './logger';
import { NestLogger } from './nest-logger';

function logged(level: LogLevel = 'trace') {
  const lines: Record<string, unknown>[] = [];
  const destination = {
    write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>),
  };
  return { lines, logger: createLogger({ name: 'test', level, destination }) };
}

describe('the log', () => {
  it('is one JSON object per line, with name, level in words and time in UTC', () => {
    const { lines, logger } = logged();
    logger.info({ lag: 3 }, 'caught up');
    expect(lines).toEqual([
      expect.objectContaining({
        name: 'test',
        level: 'info',
        lag: 3,
        msg: 'caught up',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      }),
    ]);
  });

  it('never shows tokens, passwords or bodies', () => {
    const { lines, logger } = logged();
    const secret = 'hunter2';
    logger.info({ token: secret, body: { nik: secret }, password: secret });
    logger.info({ req: { headers: { authorization: secret, cookie: secret }, body: secret } });
    logger.info({ headers: { authorization: secret }, user: { accessToken: secret } });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('says of an error what happened, not the data it happened to', () => {
    const { lines, logger } = logged();
    const cause = Object.assign(new TypeError('E11000 duplicate'), {
      code: 11000,
      writeErrors: [{ op: { _id: 'x', nik: '3603000000000001' } }],
      event: { position: { commit: 9n } },
    });
    logger.error({ err: new Error('The batch was not written', { cause }) }, 'Reading again');
    logger.warn({ err: 'not an error object' });
    logger.warn({ err: { nik: '3603000000000001' } });
    expect(lines).toMatchObject([
      {
        msg: 'Reading again',
        err: {
          type: 'Error',
          message: 'The batch was not written',
          stack: expect.stringContaining('logger.spec'),
          cause: { type: 'TypeError', message: 'E11000 duplicate', code: 11000 },
        },
      },
      { err: 'not an error object' },
      { err: 'object' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('3603000000000001');
  });

  it('says nothing below its level', () => {
    const { lines, logger } = logged('warn');
    logger.info('nothing');
    expect(lines).toEqual([]);
  });
});

describe('what Nest says', () => {
  it('keeps context, stack and the fields of structured entries', () => {
    const { lines, logger } = logged();
    const nest = new NestLogger(logger);
    nest.log('started', 'NestFactory');
    nest.error('broken', 'Error: broken\n  at x', 'Router');
    nest.error({ message: 'answered', correlationId: 'c-1', err: new Error('cause') }, 'http');
    nest.fatal(new Error('out of memory'));
    nest.verbose(7);
    expect(lines).toMatchObject([
      { level: 'info', msg: 'started', context: 'NestFactory' },
      { level: 'error', msg: 'broken', context: 'Router', stack: 'Error: broken\n  at x' },
      {
        level: 'error',
        msg: 'answered',
        correlationId: 'c-1',
        context: 'http',
        err: { type: 'Error', message: 'cause' },
      },
      { level: 'fatal', msg: 'out of memory', err: { message: 'out of memory' } },
      { level: 'trace', msg: '7' },
    ]);
  });

  it('hears every Nest logger once it is set', () => {
    const { lines, logger } = logged();
    NestFacade.overrideLogger(new NestLogger(logger));
    try {
      new NestFacade('http').warn({ message: 'slow', correlationId: 'c-2' });
    } finally {
      NestFacade.overrideLogger(true);
    }
    expect(lines).toMatchObject([
      { level: 'warn', msg: 'slow', correlationId: 'c-2', context: 'http' },
    ]);
  });
});
