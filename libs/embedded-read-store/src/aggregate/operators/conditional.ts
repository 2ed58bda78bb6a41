import { argumentTruth } from '../../bson/read';
import { elementsOf, fieldsOf, isArray, isNullish, isObject, type Value } from '../../bson/value';
import { booleanValue } from '../../bson/write';
import { ServerError } from '../../errors';
import { argumentsOf, type Compile, type Expression, type Operators, unary } from './operator';

const branches = ['if', 'then', 'else'] as const;

/** The three parts of `$cond`, from either of its two forms. */
function condition(operand: Value, compile: Compile): Expression[] {
  if (!isObject(operand)) return argumentsOf('$cond', operand, compile, 3);
  const fields = new Map(fieldsOf(operand).map(({ name, value }) => [name, value] as const));
  const foreign = [...fields.keys()].find((name) => !branches.some((each) => each === name));
  if (foreign !== undefined) {
    throw new ServerError(17083, `Unrecognized parameter to $cond: ${foreign}`);
  }
  return branches.map((name, index) => {
    const value = fields.get(name);
    if (value === undefined) {
      throw new ServerError(17080 + index, `Missing '${name}' parameter to $cond`);
    }
    return compile(value);
  });
}

const listed = (operand: Value, compile: Compile): Expression[] =>
  (isArray(operand) ? elementsOf(operand) : [operand]).map(compile);

export const conditionalOperators: Operators = {
  $literal: (operand) => () => operand,
  $cond: (operand, compile) => {
    const [test, then, otherwise] = condition(operand, compile);
    return (document) => (argumentTruth(test?.(document)) ? then : otherwise)?.(document);
  },
  $ifNull: (operand, compile) => {
    const given = listed(operand, compile);
    if (given.length < 2) {
      throw new ServerError(
        1257300,
        `$ifNull needs at least two arguments, had: ${String(given.length)}`,
      );
    }
    return (document) => {
      let value: Value | undefined;
      for (const each of given) {
        value = each(document);
        if (!isNullish(value)) return value;
      }
      return value;
    };
  },
  $and: (operand, compile) => {
    const given = listed(operand, compile);
    return (document) => booleanValue(given.every((each) => argumentTruth(each(document))));
  },
  $or: (operand, compile) => {
    const given = listed(operand, compile);
    return (document) => booleanValue(given.some((each) => argumentTruth(each(document))));
  },
  $not: unary('$not', (value) => booleanValue(!argumentTruth(value))),
};
