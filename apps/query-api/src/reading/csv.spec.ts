import fc from 'fast-check';

import { csvLine, type Cell } from './csv';

/** A straightforward reader of RFC 4180, to the letter of its grammar. */
function parsed(csv: string): string[][] {
  const records: string[][] = [];
  let rest = csv;
  while (rest !== '') {
    const record: string[] = [];
    for (let end = ''; end !== '\r\n';) {
      const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
      if (!match) throw new Error(`Not RFC 4180: ${rest}`);
      record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      end = match[3] ?? '';
      rest = rest.slice(match[0].length);
    }
    records.push(record);
  }
  return records;
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", '1', 'a'),
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const record = fc.array(cell, { minLength: 1, maxLength: 5 });

describe('A CSV line', () => {
  it('reads back as the cells it was made of, but for a leading apostrophe', () => {
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const read = parsed(records.map(csvLine).join(''));
        expect(read).toHaveLength(records.length);
        records.forEach((cells, line) => {
          expect(read[line]).toHaveLength(cells.length);
          cells.forEach((one, column) => {
            const text = one === null ? '' : String(one);
            expect([text, `'${text}`]).toContain(read[line]?.[column]);
          });
        });
      }),
    );
  });

  it('never begins a cell as a formula does, unless the cell is a number', () => {
    fc.assert(
      fc.property(record, (cells) => {
        for (const read of parsed(csvLine(cells))[0] ?? []) {
          if (/^[=+\-@\t\r]/.test(read)) expect(Number(read)).not.toBeNaN();
        }
      }),
    );
  });

  it.each<[Cell, string]>([
    ['=1+1', "'=1+1"],
    ['+62 254 200123', "'+62 254 200123"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['-1.5', '-1.5'],
    [-1.5, '-1.5'],
    ['36.73', '36.73'],
    ['Serang, Kota', '"Serang, Kota"'],
    ['a "b"', '"a ""b"""'],
    ['', '""'],
    [null, ''],
    [true, 'true'],
  ])('writes %j as %s', (one, written) => {
    expect(csvLine([one])).toBe(`${written}\r\n`);
  });
});
