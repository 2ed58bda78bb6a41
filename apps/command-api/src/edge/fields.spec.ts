import 'reflect-metadata';
import { validateSync } from 'class-validator';

import { DecimalField, PositionField, RevisionField, TextField, UuidField } from './fields';

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

class Place {
  @UuidField({ description: 'An event.', optional: true })
  id?: unknown;

  @RevisionField({ description: 'Its revision.', optional: true })
  revision?: unknown;

  @PositionField({ description: 'Its position.', optional: true })
  position?: unknown;

  @TextField({ description: 'A reason.', minLength: 10, optional: true })
  reason?: unknown;
}

describe('a place in the log', () => {
  const refuses = (values: object): boolean =>
    validateSync(Object.assign(new Place(), values)).length > 0;

  it.each([
    { id: '0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11' },
    { revision: '0' },
    { revision: '18446744073709551615' },
    { position: '48211/48190' },
    { reason: 'ten chars.' },
  ])('is taken as %j', (values) => {
    expect(refuses(values)).toBe(false);
  });

  it.each([
    { id: '0D8F6A3C-5C1E-5B7A-9A43-7F0F5A4C2E11' },
    { id: '0d8f6a3c5c1e5b7a9a437f0f5a4c2e11' },
    { revision: 3 },
    { revision: '03' },
    { revision: '-1' },
    { position: '48211' },
    { position: '1/02' },
    { reason: 'too short' },
  ])('is refused as %j', (values) => {
    expect(refuses(values)).toBe(true);
  });
});
