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

/** What begins a formula, in the narrow and in the wide form. */
const telling = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/** What a spreadsheet drops, or does not show, before it looks what a cell begins with. */
const dropped = ['\t', '\r', '\n', '\v', ' ', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u0000'];
const decimals = fc
  .tuple(fc.boolean(), fc.nat(), fc.option(fc.nat(), { nil: null }))
  .map(([negative, whole, part]) =>
    [negative ? '-' : '', whole, part === null ? '' : `.${part}`].join(''),
  );

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...telling, ...dropped, '"', ',', "'", '1', '.', 'a') }),
  decimals,
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
          const characters = Array.from(read);
          const begin = characters.findIndex((one) => !dropped.includes(one));
          const isFormula = telling.includes(characters[begin] ?? '');
          if (isFormula || /^[\t\r\n]/.test(read))
            expect(read).toMatch(/^-\d+(\.\d+)?(e[+-]\d+)?$/);
        }
      }),
    );
  });

  it('leaves every number one that adds up, negative ones too, and nothing but numbers', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(...telling, ...dropped), (number, before) => {
        expect(csvLine([number])).toBe(`${number}\r\n`);
        const [[read] = []] = parsed(csvLine([`${before}-${number}`]));
        expect(read).toBe(`'${before}-${number}`);
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
    ['－2', "'－2"],
    ['＋62 254', "'＋62 254"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
    ['\ufeff=1+1', "'\ufeff=1+1"],
    ['\u200b=1+1', "'\u200b=1+1"],
    ['\r\n=1', `"'\r\n=1"`],
    ['\rtext', `"'\rtext"`],
    [' -1.5', "' -1.5"],
    ['--1', "'--1"],
    ['-1-1', "'-1-1"],
    ['-1.5e3', "'-1.5e3"],
    [' a = b', ' a = b'],
    ['2020-2024', '2020-2024'],
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
