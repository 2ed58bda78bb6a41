import fc from 'fast-check';

import type { ClientCommand, SendResult } from '../client-command';
import { runImport } from './run-import';

const commandOf = (resource: string, name: string): ClientCommand => ({
  path: `/v1/pacts/${resource}/${name}`,
  key: `${resource}-${name}`,
  as: 'operator',
  body: {},
});

const recordedAt = (commit: number, repeated = false): SendResult => ({
  kind: 'recorded',
  repeated,
  stream: 'pact-x',
  revision: '0',
  position: `${commit}/${commit}`,
});

const refusal: SendResult = {
  kind: 'refused',
  problem: { status: 409, code: 'pact.already-signed', title: 'Pact: already signed' },
};

describe('runImport', () => {
  it('keeps the order of commands on one resource, however many are in flight', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (resources, concurrency) => {
          const commands = resources.map((resource, index) => commandOf(resource, `${index}`));
          const sent: ClientCommand[] = [];
          await runImport({
            phases: [{ name: 'all', commands }],
            concurrency,
            send: async (command) => {
              sent.push(command);
              await Promise.resolve();
              return recordedAt(1);
            },
          });
          for (const resource of ['a', 'b', 'c']) {
            const of = (list: readonly ClientCommand[]): string[] =>
              list.filter(({ key }) => key.startsWith(resource)).map(({ key }) => key);
            expect(of(sent)).toEqual(of(commands));
          }
        },
      ),
    );
  });

  it('finishes a phase before it begins the next', async () => {
    const sent: string[] = [];
    await runImport({
      phases: [
        { name: 'first', commands: [commandOf('a', '1'), commandOf('b', '2')] },
        { name: 'second', commands: [commandOf('c', '3')] },
      ],
      send: ({ key }) => {
        sent.push(key);
        return Promise.resolve(recordedAt(1));
      },
    });
    expect(sent.at(-1)).toBe('c-3');
  });

  it('goes on after a refusal, lists it, and tells what is new from what was there', async () => {
    const answers = [recordedAt(9), refusal, recordedAt(10, true)];
    const progress: number[] = [];
    const summary = await runImport({
      phases: [
        { name: 'all', commands: [commandOf('a', '1'), commandOf('a', '2'), commandOf('a', '3')] },
      ],
      send: () => Promise.resolve(answers.shift() ?? refusal),
      onProgress: ({ done }) => progress.push(done),
    });
    expect(summary).toMatchObject({ recorded: 1, alreadyRecorded: 1, position: '10/10' });
    expect(summary.refused.map(({ command }) => command.key)).toEqual(['a-2']);
    expect(progress).toEqual([1, 2, 3]);
  });

  it('sends nothing more once it is interrupted', async () => {
    const interruption = new AbortController();
    const sent: string[] = [];
    const running = runImport({
      phases: [{ name: 'all', commands: [commandOf('a', '1'), commandOf('a', '2')] }],
      send: ({ key }) => {
        sent.push(key);
        interruption.abort(new Error('interrupted'));
        return Promise.resolve(recordedAt(1));
      },
      signal: interruption.signal,
    });
    await expect(running).rejects.toThrow('interrupted');
    expect(sent).toEqual(['a-1']);
  });
});
