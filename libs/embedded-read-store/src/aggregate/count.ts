import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, type Value } from '../bson/value';
import { documentOf, int32Value } from '../bson/write';
import { ServerError } from '../errors';
import { pause } from '../query/pace';
import { sorted } from '../query/sort';
import { intOrLong } from '../bson/arithmetic';
import { group } from './group';
import { type PipelineContext, type Stage } from './stage';

/** `$count`: one document with the number of documents; none when there are none. */
export function counted(name: Value): Stage {
  if (name.type !== BsonType.string || textOf(name) === '') {
    throw new ServerError(40156, 'the count field must be a non-empty string');
  }
  const field = textOf(name);
  if (field.startsWith('$')) {
    throw new ServerError(40158, 'the count field cannot be a $-prefixed path');
  }
  if (field.includes('\0')) {
    throw new ServerError(40159, 'the count field cannot contain a null byte');
  }
  if (field.includes('.')) {
    throw new ServerError(40160, "the count field cannot contain '.'");
  }
  return function* (documents) {
    let count = 0n;
    for (const document of documents) {
      if (document === pause) yield pause;
      else count += 1n;
    }
    if (count > 0n) yield documentOf([[field, intOrLong(count)]]);
  };
}

/** `$sortByCount`: a `$group` that counts, and a `$sort` by the counts. */
export function sortByCount(specification: Value, context: PipelineContext): Stage {
  const isExpression = specification.type === BsonType.object;
  const [first] = isExpression ? fieldsOf(specification) : [];
  if (isExpression && first?.name.startsWith('$') !== true) {
    throw new ServerError(
      40147,
      'the sortByCount field must be specified as a $-prefixed path or as an expression in an object',
    );
  }
  if (!isExpression) {
    if (specification.type !== BsonType.string) {
      throw new ServerError(
        40149,
        'the sortByCount field must be specified as a string or as an object',
      );
    }
    if (!textOf(specification).startsWith('$')) {
      throw new ServerError(
        40148,
        'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
      );
    }
  }
  const counting = documentOf([['$sum', int32Value(1)]]);
  const grouped = group(
    documentOf([
      ['_id', specification],
      ['count', counting],
    ]),
    context,
  );
  return (documents) => sorted(grouped(documents), [{ path: 'count', direction: -1 }], 0);
}
