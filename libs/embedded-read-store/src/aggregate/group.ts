import { type Field, fieldsOf, isObject, type Value } from '../bson/value';
import { documentOf, int32Value, nullValue } from '../bson/write';
import { ServerError, unsupported } from '../errors';
import { equalityName } from '../keys/equality-name';
import { Memory } from '../query/memory';
import { pause, Pacer } from '../query/pace';
import { type Accumulator, accumulators, foreignAccumulators, isAccumulator } from './accumulators';
import { compileExpression, type Expression, type Variables } from './expression';
import { type PipelineContext, type Stage } from './stage';

interface Output {
  readonly name: string;
  readonly start: () => Accumulator;
  readonly expression: Expression;
}

const one = int32Value(1);

function outputOf({ name, value }: Field, variables: Variables): Output {
  if (name.includes('.')) {
    throw new ServerError(40235, `The field name '${name}' cannot contain '.'`);
  }
  if (name.startsWith('$')) {
    throw new ServerError(40236, `The field name '${name}' cannot be an operator name`);
  }
  const [operator, ...more] = isObject(value) ? fieldsOf(value) : [];
  if (operator?.name.startsWith('$') !== true) {
    throw new ServerError(40234, `The field '${name}' must be an accumulator object`);
  }
  if (more.length > 0) {
    throw new ServerError(40238, `The field '${name}' must specify one accumulator`);
  }
  if (operator.name === '$count') {
    if (!isObject(operator.value) || fieldsOf(operator.value).length > 0) {
      throw new ServerError(14, '$count takes no arguments, i.e. $count:{}');
    }
    return { name, start: accumulators.$sum, expression: () => one };
  }
  return { name, ...accumulatorOf(operator, variables) };
}

function accumulatorOf({ name, value }: Field, variables: Variables): Omit<Output, 'name'> {
  if (!isAccumulator(name)) {
    if (foreignAccumulators.has(name)) throw unsupported(`the accumulator ${name}`);
    throw new ServerError(15952, `unknown group operator '${name}'`);
  }
  return { start: accumulators[name], expression: compileExpression(value, variables) };
}

interface Group {
  readonly id: Value;
  readonly accumulators: readonly Accumulator[];
}

/** `$group`: groups come out in the order in which they were first seen. @throws ServerError 292. */
export function group(specification: Value, { variables }: PipelineContext): Stage {
  if (!isObject(specification)) {
    throw new ServerError(15947, "a group's fields must be specified in an object");
  }
  const fields = fieldsOf(specification);
  const id = fields.find(({ name }) => name === '_id');
  if (id === undefined) throw new ServerError(15955, 'a group specification must include an _id');
  const idOf = compileExpression(id.value, variables);
  const outputs = fields
    .filter(({ name }) => name !== '_id')
    .map((field) => outputOf(field, variables));

  const open = (groupId: Value): Group => ({
    id: groupId,
    accumulators: outputs.map(({ start }) => start()),
  });
  const close = (each: Group): Value => {
    const values = outputs.map(
      ({ name }, index) => [name, each.accumulators[index]?.result() ?? nullValue] as const,
    );
    return documentOf([['_id', each.id] as const, ...values]);
  };

  return function* (documents) {
    const groups = new Map<string, Group>();
    const memory = new Memory('$group');
    const pacer = new Pacer();
    for (const document of documents) {
      if (document === pause) {
        yield pause;
        pacer.restart();
        continue;
      }
      const groupId = idOf(document) ?? nullValue;
      const key = equalityName(groupId);
      let entry = groups.get(key);
      if (entry === undefined) {
        entry = open(groupId);
        groups.set(key, entry);
        memory.take(key.length * (outputs.length + 2));
      }
      for (let index = 0; index < outputs.length; index += 1) {
        const value = outputs[index]?.expression(document);
        memory.grow(entry.accumulators[index]?.add(value) ?? 0);
      }
      memory.demandRoom();
      if (!pacer.isDue()) continue;
      yield pause;
      pacer.restart();
    }
    for (const entry of groups.values()) {
      const made = close(entry);
      yield made;
      if (!pacer.isDue(made.end)) continue;
      yield pause;
      pacer.restart();
    }
  };
}
