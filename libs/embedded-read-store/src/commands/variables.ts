import { compileExpression, noVariables, type Variables } from '../aggregate/expression';
import { fieldsOf, type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { ServerError } from '../errors';
import { emptyDocument, type Arguments } from './command';

/** A variable may begin with a small letter only; the others are the server's own. */
const validName = /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/;

/** The constants of `let`, under their names. @throws ServerError 16866 for a bad name. */
export function variablesOf(command: Arguments): Variables {
  const given = command.document('let');
  if (given === undefined) return noVariables;
  const variables = new Map<string, Value>();
  for (const { name, value } of fieldsOf(given)) {
    if (!validName.test(name)) {
      throw new ServerError(
        16867,
        `'${name}' starts with an invalid character for a user variable name`,
      );
    }
    variables.set(name, compileExpression(value, variables)(emptyDocument) ?? nullValue);
  }
  return variables;
}
