import { createServer } from 'node:net';

import { killAll, runJejak } from './support/jejak-process';

jest.setTimeout(60_000);
afterAll(killAll);

describe('every command', () => {
  const commands = ['demo', 'start', 'import', 'ranking', 'trail', 'replay', 'token', 'rebuild'];
  const parked = ['list', 'show', 'retry', 'skip'].map((command) => ['parked', command]);

  const eventStore = [[], ['backup'], ['verify']].map((command) => ['event-store', ...command]);

  it.concurrent.each([
    [],
    ...commands.map((command) => [command]),
    ['parked'],
    ...parked,
    ...eventStore,
  ])('explains itself with --help in 80 columns: %p', async (...command) => {
    const { code, stdout, stderr } = await runJejak([...command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: jejak');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.concurrent.each([
    ['none'],
    ['an unknown one', 'rankings'],
    ['an unknown option', 'ranking', '--yeer', '2019'],
    ['a missing argument', 'replay'],
    ['one argument too many', 'replay', 'a', 'b'],
    ['a choice there is not', 'ranking', '--status', 'almost'],
    ['a number that is none', 'trail', '--limit', 'many'],
    ['a port out of range', 'start', '--port', '70000'],
    [
      'two options that exclude each other',
      'replay',
      'a',
      '--at-revision',
      '1',
      '--as-of',
      '2019-01-01',
    ],
    ['a role there is not', 'token', '--as', 'admin'],
    ['what to do without a view to do it to', 'rebuild', '--yes'],
    ['a throttle of nothing', 'rebuild', 'ranking', '--throttle', '0'],
    ['a rollback that is to be throttled', 'rebuild', 'ranking', '--rollback', '--throttle', '5'],
    ['no command below one', 'parked'],
    ['an event left out without a reason', 'parked', 'skip', 'ranking', 'MCP/2019/36'],
    ['a copy without a place for it', 'event-store', 'backup'],
    ['a port that is none', 'event-store', '--port', 'x'],
    ['a kind there is not', 'parked', 'show', 'ranking', 'x', '--kind', 'row'],
  ])('exits 2 on wrong usage, explained on standard error: %s', async (_, ...args) => {
    const { code, stdout, stderr } = await runJejak(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/error: |Usage: /);
  });

  it.concurrent.each([
    ['ranking'],
    ['trail'],
    ['replay', 'scorecard-36.73-mcp-2019'],
    ['rebuild'],
    ['rebuild', 'ranking', '--yes'],
    ['parked', 'list'],
  ])('exits 1 with a hint when the service is not running: %s', async (...args) => {
    const url = `http://127.0.0.1:${await unusedPort()}`;
    const { code, stdout, stderr } = await runJejak([...args, '--url', url], {
      JEJAK_TOKEN: 'seen-by-nobody',
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`No answer from ${url}`);
    expect(stderr).toContain('npm start');
    expect(stderr).toContain('--url');
  });
});

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
