import { serialize } from 'bson';
import fc from 'fast-check';
import { documentIn, fieldsOf, rawOf, type Value } from '../bson/value';
import { values } from '../testing/arbitrary-values';
import { assign, assignsOnly } from './assign';
import { comparePaths, parseUpdatePath } from './paths';
import { type UpdateStep } from './step';
import { close, openDocument, setPath } from './tree';

const names = fc.constantFrom(
  'a',
  'b',
  'c',
  'ä',
  '0',
  'a long name, longer than what is remembered',
);
const documents = fc
  .dictionary(names, values, { maxKeys: 5 })
  .map((fields) => documentIn(Buffer.from(serialize(fields))));

function stepsOf(update: Value): UpdateStep[] {
  const steps = fieldsOf(update).map(({ name, value }): UpdateStep => ({
    path: parseUpdatePath(name),
    change: (root, parts) => {
      setPath(root, parts, value);
    },
    onInsertOnly: false,
    assigned: value,
  }));
  return steps.sort((left, right) => comparePaths(left.path.parts, right.path.parts));
}

describe('assign', () => {
  it('makes of a document what applying its steps one after the other does', () => {
    fc.assert(
      fc.property(documents, documents, (document, update) => {
        const steps = stepsOf(update);
        const root = openDocument(document);
        for (const { change, path } of steps) change(root, path.parts);
        expect(rawOf(assign(document, steps))).toEqual(rawOf(close(root)));
      }),
    );
  });

  it('is for steps that give a field of the document itself a value', () => {
    const [step] = stepsOf(documentIn(Buffer.from(serialize({ 'a.b': 1 }))));
    expect(assignsOnly(step === undefined ? [] : [step])).toBe(false);
    expect(assignsOnly(stepsOf(documentIn(Buffer.from(serialize({ a: 1, b: 2 })))))).toBe(true);
  });
});
