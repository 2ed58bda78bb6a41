import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type SettingEntry, programs, requiredNames, settingsCatalogue } from './catalogue';

const readme = readFileSync(join(__dirname, '..', '..', '..', 'docker', 'README.md'), 'utf8');

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** A row of the table for people. */
function rowOf([name, entry]: [string, SettingEntry]): string[] {
  const users = entry.usedBy.length === programs.length ? 'all' : entry.usedBy.join(', ');
  return [
    `\`${name}\``,
    entry.meaning,
    entry.default === null ? 'none' : `\`${entry.default}\``,
    users,
  ];
}

describe('the table of settings in docker/README.md', () => {
  it('says of every setting what the catalogue says, and names no other', () => {
    const [, table = ''] = readme.split('\n## Settings\n');
    const rows = (table.split('\n## ')[0] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(rows.map(cellsOf)).toEqual(Object.entries(settingsCatalogue).map(rowOf));
  });
});

it('No program requires a setting that it does not use', () => {
  for (const program of programs) {
    for (const name of requiredNames(program, { production: true, givesTokens: true })) {
      expect(settingsCatalogue[name].usedBy).toContain(program);
    }
  }
});
