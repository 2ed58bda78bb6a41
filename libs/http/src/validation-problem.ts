import { getMetadataStorage, type ValidationError } from 'class-validator';
import { closest, distance } from 'fastest-levenshtein';
import { problem, type FieldError, type Problem } from './problem';

/** More would not help a reader, and the reply must not outgrow the request. */
const MOST_ERRORS = 50;

/** One problem that lists every field class-validator objected to. */
export function validationProblem(errors: readonly ValidationError[]): Problem {
  return problemOfFields(errors.flatMap((error) => fieldErrors(error, '')));
}

/** `request.unknown-field` when nothing else is wrong, otherwise `request.invalid`. */
export function problemOfFields(found: readonly FieldError[]): Problem {
  const onlyUnknown = found.every(({ allowed }) => allowed !== undefined);
  const fields = found.map(({ field }) => field || 'the body');
  const named = fields.slice(0, 3).join(', ') + (fields.length > 3 ? ' and others' : '');
  const nearest = found.length === 1 ? found[0]?.nearest : undefined;
  const detail = onlyUnknown
    ? `Not known here: ${named}.`
    : `${found.length === 1 ? 'One field stands' : 'Several fields stand'} in the way: ${named}.`;
  return problem(onlyUnknown ? 'request.unknown-field' : 'request.invalid', {
    detail,
    errors: found.slice(0, MOST_ERRORS),
    ...(found.length === 1 && found[0] ? { field: found[0].field } : {}),
    ...(nearest === undefined ? {} : { fix: `Did you mean ${nearest}?` }),
  });
}

/** What to say about a field that is not among the known ones. */
export function unknownField(field: string, name: string, allowed: readonly string[]): FieldError {
  const nearest = allowed.length === 0 ? undefined : closest(name, allowed);
  const isNear =
    nearest !== undefined && distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3));
  return {
    field,
    message: `${name} is not known here${isNear ? `; did you mean ${nearest}?` : ''}`,
    ...(isNear ? { nearest } : {}),
    allowed,
  };
}

/** Names of the fields a request class declares, sorted. */
export function knownFields(target: object): string[] {
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .map(({ propertyName }) => propertyName);
  return [...new Set(declared)].sort();
}

export function placeIn(path: string, property: string, isItem: boolean): string {
  if (isItem) return `${path}[${property}]`;
  return path === '' ? property : `${path}.${property}`;
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const { constraints = {}, children = [], target } = error;
  // class-validator leaves the property out when it objects to the whole object.
  const property = (error as { property?: string }).property;
  const field = property === undefined ? path : placeIn(path, property, Array.isArray(target));
  const nested = children.flatMap((child) => fieldErrors(child, field));
  if ('whitelistValidation' in constraints && target !== undefined && property !== undefined) {
    return [unknownField(field, property, knownFields(target)), ...nested];
  }
  const messages = Object.entries(constraints).map(([rule, said]) => plainWords(rule, said, field));
  return messages.length === 0 ? nested : [{ field, message: messages.join('; ') }, ...nested];
}

function plainWords(rule: string, said: string, field: string): string {
  if (rule === 'unknownValue') return `${field || 'the body'} is not of a kind known here`;
  if (rule === 'nestedValidation') return `${field} must be an object`;
  return said;
}
