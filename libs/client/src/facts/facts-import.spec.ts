import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readImport } from '../import/read-import';

const published = readFileSync(
  join(__dirname, '../../../../apps/cli/data/banten-facts.json'),
  'utf8',
);

describe('the published facts of Banten as commands', () => {
  const { phases, leftOut } = readImport(published);
  const commandsOf = (phase: string) => phases.find(({ name }) => name === phase)?.commands ?? [];

  it('are the same commands under the same keys every time', () => {
    expect(readImport(published)).toEqual({ phases, leftOut });
    const keys = phases.flatMap(({ commands }) => commands.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leave a day nobody published unknown', () => {
    const finals = commandsOf('final scores').filter(({ path }) => path.includes('36.73/MCP/2019'));
    expect(finals.map(({ body }) => body)).toMatchObject([{ value: '63', asOf: null }]);
  });

  it('have a second person publish what the first has drafted', () => {
    expect(commandsOf('framework drafts').every(({ as }) => as === 'operator')).toBe(true);
    expect(commandsOf('framework publications').every(({ as }) => as === 'verifier')).toBe(true);
  });

  it('spell out every source', () => {
    const [score] = commandsOf('provisional scores');
    expect(score?.body['source']).toEqual({
      id: 'B5',
      citation: 'kabartangerang.com and jakarta.tribunnews.com, 2019-08-21',
    });
  });

  it('record every claim of a dispute, with the regions its words name', () => {
    const claims = commandsOf('disputes').map(({ body }) => [body['by'], body['about']]);
    expect(claims).toEqual([
      ['Inspektorat Kota Cilegon', [{ region: '36.72', rank: null }]],
      [
        'KPK task force',
        [
          { region: '36.72', rank: null },
          { region: '36.73', rank: null },
        ],
      ],
      ['Deputy mayor of Kota Serang', [{ region: '36.73', rank: null }]],
    ]);
  });

  it('name what no command covers yet instead of dropping it', () => {
    expect(leftOut.map(({ section }) => section)).toEqual([]);
  });

  it('are refused when they name a source that is not listed', () => {
    const text = JSON.stringify({
      regions: [{ code: '36', name: 'x', level: 'province', source: 'Z' }],
    });
    expect(() => readImport(text)).toThrow('names the source "Z"');
  });
});
