import { fieldsOf, isObject, type Value } from '../bson/value';
import { documentOf, int32Value, nullValue } from '../bson/write';
import { ServerError, unsupported } from '../errors';
import { valueKey } from '../keys/value-key';
import { type Accumulator, accumulators } from './accumulators';
import { pause } from '../query/pace';
import { compileExpression, type Expression } from './expression';
import { type Stage } from './stage';

interface Output {
  readonly name: string;
  readonly start: () => Accumulator;
  readonly expression: Expression;
}

function outputOf(name: string, specification: Value): Output {
  const [operator, ...more] = isObject(specification) ? fieldsOf(specification) : [];
  if (operator === undefined || more.length > 0) {
    throw new ServerError(40234, `The field '${name}' must be an accumulator object`);
  }
  const counting = operator.name === '$count';
  const start = accumulators[counting ? '$sum' : operator.name];
  if (start === undefined) throw unsupported(`the accumulator ${operator.name}`);
  const expression = counting ? () => int32Value(1) : compileExpression(operator.value);
  return { name, start, expression };
}

/** `$group`: groups come out in the order in which they were first seen. */
export function group(specification: Value): Stage {
  if (!isObject(specification)) throw new ServerError(15947, "a group's fields must be an object");
  const fields = fieldsOf(specification);
  const id = fields.find(({ name }) => name === '_id');
  if (id === undefined) throw new ServerError(15955, 'a group specification must include an _id');
  const idExpression = compileExpression(id.value);
  const outputs = fields
    .filter(({ name }) => name !== '_id')
    .map(({ name, value }) => outputOf(name, value));
  return function* (documents) {
    const groups = new Map<string, { id: Value; accumulators: Accumulator[] }>();
    for (const document of documents) {
      if (document === pause) {
        yield pause;
        continue;
      }
      const groupId = idExpression(document) ?? nullValue;
      const key = valueKey(groupId).toString('latin1');
      let entry = groups.get(key);
      if (entry === undefined) {
        entry = { id: groupId, accumulators: outputs.map(({ start }) => start()) };
        groups.set(key, entry);
      }
      for (const [index, { expression }] of outputs.entries()) {
        entry.accumulators[index]?.add(expression(document));
      }
    }
    for (const entry of groups.values()) {
      const values = outputs.map(
        ({ name }, index) => [name, entry.accumulators[index]?.result() ?? nullValue] as const,
      );
      yield documentOf([['_id', entry.id] as const, ...values]);
    }
  };
}
