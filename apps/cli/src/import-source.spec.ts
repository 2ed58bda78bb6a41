import { ImportFileInvalid } from '@jejak/client';
import { isPolicyKind } from '@jejak/domain/policy';
import { policyContentProblem } from '@jejak/event-store';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readToImport } from './import-source';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejak-import-'));
});
afterEach(() => rm(folder, { recursive: true }));

const policy = (effectiveFrom: string) =>
  JSON.stringify({
    kind: 'time-zones',
    title: 'Time zones',
    effectiveFrom,
    legalBasis: 'Keppres 41/1987',
    source: { id: 'x', citation: 'y' },
    content: { zones: [] },
  });

describe('the policies that come with Jejak', () => {
  it('are drafted by one person and approved by another, a version at a time', async () => {
    const { phases } = await readToImport('policies');
    expect(phases.map(({ name }) => name)).toEqual(['policies']);
    const commands = phases[0]?.commands ?? [];
    expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length);
    commands.forEach(({ as, path }, index) => {
      expect([as, path]).toEqual(
        index % 2 === 0
          ? ['operator', expect.stringMatching(/\/draft$/)]
          : ['verifier', commands[index - 1]?.path.replace('/draft', '/approve')],
      );
    });
  });

  it('are sent the same way every time', async () => {
    expect(await readToImport('policies')).toEqual(await readToImport('policies'));
  });

  it('have the form of their kind, the oldest version first', async () => {
    const { phases } = await readToImport('policies');
    const lastDay = new Map<string, string>();
    for (const { path, body } of phases[0]?.commands.filter(({ as }) => as === 'operator') ?? []) {
      const kind = path.split('/')[3] ?? '';
      if (!isPolicyKind(kind)) throw new Error(`There is no kind of policy called ${kind}`);
      expect([path, policyContentProblem(kind, body['content'])]).toEqual([path, null]);
      const from = String(body['effectiveFrom']);
      expect(from > (lastDay.get(kind) ?? '')).toBe(true);
      lastDay.set(kind, from);
    }
  });
});

describe('a folder', () => {
  it('holds one version of a policy per file, sent by first day whatever the names', async () => {
    await writeFile(join(folder, 'a.json'), policy('2001-01-01'));
    await writeFile(join(folder, 'b.json'), policy('1988-01-01'));
    const { phases } = await readToImport(folder);
    const days = phases[0]?.commands.map(({ body }) => body['effectiveFrom']);
    expect(days).toEqual(['1988-01-01', undefined, '2001-01-01', undefined]);
  });

  it.each([
    ['{"kind":"x"}', 'broken.json is not a policy'],
    ['nonsense', 'broken.json is not a policy'],
    ['{"kind":"x","content":{}}', 'broken.json: The policy x needs an "effectiveFrom"'],
  ])('with a file %s is refused before anything is sent', async (text, reason) => {
    await writeFile(join(folder, 'a.json'), policy('2001-01-01'));
    await writeFile(join(folder, 'broken.json'), text);
    await expect(readToImport(folder)).rejects.toThrow(ImportFileInvalid);
    await expect(readToImport(folder)).rejects.toThrow(reason);
  });

  it('without a file is refused', async () => {
    await expect(readToImport(folder)).rejects.toThrow('No *.json file');
  });
});

it('a file may be a version of a policy', async () => {
  const file = join(folder, 'a.json');
  await writeFile(file, policy('1988-01-01'));
  const { phases } = await readToImport(file);
  expect(phases[0]?.commands.map(({ path }) => path)).toEqual([
    '/v1/policies/time-zones/draft',
    '/v1/policies/time-zones/approve',
  ]);
});
