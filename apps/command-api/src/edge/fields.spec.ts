import 'reflect-metadata';
import { validateSync } from 'class-validator';

import { DecimalField, TextField } from './fields';

class Sample {
  @TextField({ description: 'A note.', manyLines: true, optional: true })
  note?: string;

  @TextField({ description: 'A name.' })
  name!: string;

  @DecimalField({ description: 'A score.', optional: true })
  score?: unknown;
}

const objectionsTo = (values: object): string[] =>
  validateSync(Object.assign(new Sample(), values)).map(({ property }) => property);

describe('a text field', () => {
  it.each(['Ratu Tatu Chasanah', 'Kepala Dinas (Plt.)', 'Andr\u00e9', '\u7ade'])(
    'takes %j',
    (name) => {
      expect(objectionsTo({ name })).toEqual([]);
    },
  );

  it.each([
    '',
    'E\u001b[31mX',
    'line\nline',
    'Ali\u200b',
    '\u202egnilaeb',
    'T\u0000',
    7,
    null,
    ['x'],
  ])('refuses %j, which is not what it looks like', (name) => {
    expect(objectionsTo({ name })).toEqual(['name']);
  });
});

describe('a text of many lines', () => {
  it('takes line breaks and no other control character', () => {
    expect(objectionsTo({ name: 'x', note: 'first\nsecond' })).toEqual([]);
    expect(objectionsTo({ name: 'x', note: 'first\u001b[2J' })).toEqual(['note']);
  });
});

describe('a decimal field', () => {
  it.each(['69.55', '0', '-1.5'])('takes %j', (score) => {
    expect(objectionsTo({ name: 'x', score })).toEqual([]);
  });

  it.each([69.55, '1e3', '+1', '1.', ' 1', '1,5', true])('refuses %j', (score) => {
    expect(objectionsTo({ name: 'x', score })).toEqual(['score']);
  });

  it('may be absent or null where nobody published it', () => {
    expect(objectionsTo({ name: 'x' })).toEqual([]);
    expect(objectionsTo({ name: 'x', score: null })).toEqual([]);
  });
});
