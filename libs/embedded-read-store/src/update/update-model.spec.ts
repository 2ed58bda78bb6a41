import { type Document } from 'bson';
import fc from 'fast-check';
import { ServerError } from '../errors';
import { bsonDocument, promoted } from '../testing/values';
import { modelUpdate, type Plain, Refused } from '../testing/update-model';
import { compileUpdate } from './update';

const scalars = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom('x', 'y', null));

const values: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const documents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values, { maxKeys: 4 });

const paths = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.array(fc.constantFrom('a', 'b', '0', '1', '4'), { maxLength: 2 }),
  )
  .map(([first, rest]) => [first, ...rest].join('.'));

const pushes = fc.oneof(
  values,
  fc.record(
    {
      $each: fc.array(values, { maxLength: 3 }),
      $position: fc.integer({ min: -3, max: 3 }),
      $slice: fc.integer({ min: -3, max: 3 }),
      $sort: fc.constantFrom(1, -1),
    },
    { requiredKeys: ['$each'] },
  ),
);

const operands: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  $set: values,
  $unset: fc.constant(''),
  $inc: fc.integer({ min: -9, max: 9 }),
  $mul: fc.integer({ min: -3, max: 3 }),
  $min: values,
  $max: values,
  $push: pushes,
  $addToSet: values,
  $pullAll: fc.array(values, { maxLength: 3 }),
  $pop: fc.constantFrom(1, -1),
};

const updates: fc.Arbitrary<Document> = fc
  .record(
    Object.fromEntries(
      Object.entries(operands).map(([name, operand]) => [
        name,
        fc.dictionary(paths, operand, { minKeys: 1, maxKeys: 2 }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .filter((update) => Object.keys(update).length > 0);

const few = fc.tuple(updates, fc.nat()).map(([update, pick]): Document => {
  // One or two operators at a time: more would conflict nearly always.
  const entries = Object.entries(update);
  return Object.fromEntries(
    [0, 1].map((n) => entries[(pick + n) % entries.length]).filter((entry) => entry !== undefined),
  );
});

type Outcome = { readonly refused: true } | { readonly document: Document };

function attempt(apply: () => Document, refusal: new (...args: never[]) => Error): Outcome {
  try {
    return { document: apply() };
  } catch (error) {
    if (error instanceof refusal) return { refused: true };
    throw error;
  }
}

const outcome = (document: Document, update: Document): Outcome =>
  attempt(
    () => promoted(compileUpdate(bsonDocument(update)).apply(bsonDocument(document), false)),
    ServerError,
  );

describe('update operators', () => {
  it('do what a plain model of them does, and refuse what it refuses', () => {
    let refused = 0;
    let changed = 0;
    fc.assert(
      fc.property(documents, few, (document, update) => {
        const expected = attempt(() => modelUpdate(document, update), Refused);
        const found = outcome(document, update);
        expect(found).toEqual(expected);
        if ('refused' in found) refused += 1;
        else if (JSON.stringify(found.document) !== JSON.stringify(document)) changed += 1;
      }),
      { numRuns: 5_000 },
    );
    // Else the generator had run dry and nothing was shown.
    expect(refused).toBeGreaterThan(500);
    expect(changed).toBeGreaterThan(500);
  });

  it('do the same to what they have made as the model does, many times over', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 12 }), (history) => {
        let document: Document = {};
        for (const update of history) {
          const expected = attempt(() => modelUpdate(document, update), Refused);
          const found = outcome(document, update);
          expect(found).toEqual(expected);
          if ('document' in found) ({ document } = found);
        }
      }),
      { numRuns: 400 },
    );
  });
});
