import { show } from '../bson/show';
import { typeNameOf } from '../bson/type-names';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { compileExpression } from './expression';
import { each, type PipelineContext, type Stage } from './stage';

/** `$replaceWith`: each document becomes what the expression makes of it. */
export const replaceWith =
  (what = "'replacement document'") =>
  (specification: Value, { variables }: PipelineContext): Stage => {
    const expression = compileExpression(specification, variables);
    return each((document) => {
      const value = expression(document);
      if (value?.type === BsonType.object) return value;
      const shown = value === undefined ? 'MISSING' : show(value);
      throw new ServerError(
        40228,
        `${what} must evaluate to an object, but resulting value was: ${shown}. Type of resulting value: '${typeNameOf(value)}'.`,
      );
    });
  };

/** `$replaceRoot: { newRoot }`. */
export function replaceRoot(specification: Value, context: PipelineContext): Stage {
  if (!isObject(specification)) {
    throw new ServerError(
      40229,
      `expected an object as specification for $replaceRoot stage, got ${typeNameOf(specification)}`,
    );
  }
  const [newRoot, ...more] = fieldsOf(specification);
  if (newRoot === undefined) {
    throw new ServerError(
      40414,
      "BSON field '$replaceRoot.newRoot' is missing but a required field",
    );
  }
  const foreign = [newRoot, ...more].find(({ name }) => name !== 'newRoot');
  if (foreign !== undefined) {
    throw new ServerError(40415, `BSON field '$replaceRoot.${foreign.name}' is an unknown field.`);
  }
  return replaceWith("'newRoot' expression ")(newRoot.value, context);
}
