import { assertStorable, fromStored, toStored } from './stored-document';
import { at } from '../testing/recorded';
import { collectionName } from './generation';

describe('A stored document', () => {
  it('is the view’s own fields with an identifier and a position, and gives them back alone', () => {
    const stored = toStored('x', at(3), { names: ['a'] });
    expect(stored).toEqual({ _id: 'x', position: at(3), names: ['a'] });
    expect(fromStored(stored)).toEqual({ names: ['a'] });
  });

  it('is a tombstone when the view deleted it', () => {
    expect(toStored('x', at(3), null)).toEqual({ _id: 'x', position: at(3), _deleted: true });
  });

  it.each(['_id', 'position', '_deleted'])('refuses a view’s own field %s', (field) => {
    expect(() => {
      assertStorable({ [field]: 1 });
    }).toThrow(field);
  });

  it('stands in a collection of its generation', () => {
    expect(collectionName({ name: 'ranking', version: 3 })).toBe('ranking_v3');
  });
});
