import {
  argumentNumber,
  decimalOf,
  doubleOf,
  isNumber,
  longOf,
  textOf,
  int32Of,
} from '../bson/read';
import { typeNames } from '../bson/type-names';
import { BsonType } from '../bson/types';
import { elementsOf, isArray, type Value } from '../bson/value';
import { show } from '../bson/show';
import { badValue } from '../errors';
import { type Test } from './value-tests';

const aliases = new Map<string, readonly number[]>([
  ...[...typeNames].map(([type, name]) => [name, [type]] as const),
  ['number', [BsonType.double, BsonType.int32, BsonType.int64, BsonType.decimal128]],
]);

function typesNamed(operand: Value): readonly number[] {
  if (operand.type === BsonType.string) {
    const types = aliases.get(textOf(operand));
    if (types === undefined) throw badValue(`Unknown type name alias: ${textOf(operand)}`);
    return types;
  }
  const code = isNumber(operand) ? argumentNumber(operand) : undefined;
  if (code === undefined) throw badValue('type must be represented as a number or a string');
  const type = code === -1 ? BsonType.minKey : code;
  if (code === BsonType.minKey || !typeNames.has(type)) {
    throw badValue(`Invalid numerical type code: ${show(operand)}`);
  }
  return [type];
}

/** `$type`: by number, by name, or any of several. */
export function typeTest(operand: Value): Test {
  const given = isArray(operand) ? elementsOf(operand) : [operand];
  if (given.length === 0) throw badValue('$type must match at least one type');
  const types = new Set(given.flatMap(typesNamed));
  return (value) => value !== undefined && types.has(value.type);
}

/** A number cut to a whole one; undefined for NaN, the infinities and what does not fit 64 bits. */
function wholeOf(value: Value): bigint | undefined {
  if (value.type === BsonType.int32) return BigInt(int32Of(value));
  if (value.type === BsonType.int64) return longOf(value);
  const number =
    value.type === BsonType.double ? doubleOf(value) : Number(decimalOf(value).toString());
  if (!Number.isFinite(number)) return undefined;
  const whole = BigInt(Math.trunc(number));
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

/** `$mod: [divisor, remainder]`, on numbers cut to whole ones. */
export function modTest(operand: Value): Test {
  if (!isArray(operand)) throw badValue('malformed mod, needs to be an array');
  const [first, second, ...more] = elementsOf(operand);
  if (first === undefined || second === undefined) {
    throw badValue('malformed mod, not enough elements');
  }
  if (more.length > 0) throw badValue('malformed mod, too many elements');
  if (!isNumber(first)) throw badValue('malformed mod, divisor not a number');
  if (!isNumber(second)) throw badValue('malformed mod, remainder not a number');
  const divisor = wholeOf(first);
  const remainder = wholeOf(second);
  if (divisor === undefined) throw badValue('malformed mod, divisor value is invalid');
  if (remainder === undefined) throw badValue('malformed mod, remainder value is invalid');
  if (divisor === 0n) throw badValue('divisor cannot be 0');
  return (value) => {
    const whole = isNumber(value) ? wholeOf(value) : undefined;
    return whole !== undefined && whole % divisor === remainder;
  };
}
