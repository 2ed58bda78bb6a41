import { elementsOf, isArray, type Value } from '../../bson/value';
import { ServerError } from '../../errors';

/** What an expression makes of a document; undefined where there is nothing (a missing field). */
export type Expression = (document: Value) => Value | undefined;

/** Constants an expression may name with `$$`. */
export type Variables = ReadonlyMap<string, Value>;

export type Compile = (expression: Value) => Expression;

/** One operator: from its operand to what it makes of a document. */
export type Operator = (operand: Value, compile: Compile) => Expression;
export type Operators = Readonly<Record<string, Operator>>;

/**
 * The arguments of an operator: the elements of an array, or the operand alone.
 * @throws ServerError 16020 or 28667 for too many or too few.
 */
export function argumentsOf(
  name: string,
  operand: Value,
  compile: Compile,
  least: number,
  most: number = least,
): Expression[] {
  const given = isArray(operand) ? elementsOf(operand) : [operand];
  if (given.length >= least && given.length <= most) return given.map(compile);
  const passed = `${String(given.length)} were passed in.`;
  throw least === most
    ? new ServerError(
        16020,
        `Expression ${name} takes exactly ${String(least)} arguments. ${passed}`,
      )
    : new ServerError(
        28667,
        `Expression ${name} takes at least ${String(least)} arguments, and at most ${String(most)}, but ${passed}`,
      );
}

/** An operator of exactly one argument. */
export const unary =
  (name: string, evaluate: (value: Value | undefined) => Value | undefined): Operator =>
  (operand, compile) => {
    const [argument] = argumentsOf(name, operand, compile, 1);
    return (document) => evaluate(argument?.(document));
  };

/** An operator of exactly two arguments. */
export const binary =
  (
    name: string,
    evaluate: (left: Value | undefined, right: Value | undefined) => Value | undefined,
  ): Operator =>
  (operand, compile) => {
    const [left, right] = argumentsOf(name, operand, compile, 2);
    return (document) => evaluate(left?.(document), right?.(document));
  };

/** An operator of any number of arguments, which are all evaluated. */
export const variadic =
  (evaluate: (values: (Value | undefined)[]) => Value | undefined): Operator =>
  (operand, compile) => {
    const given = (isArray(operand) ? elementsOf(operand) : [operand]).map(compile);
    return (document) => evaluate(given.map((each) => each(document)));
  };
