import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { BsonWriter } from '../bson/write';
import { badValue } from '../errors';
import { type Change } from './step';
import { setPath } from './tree';

const date = (): Value => ({
  type: BsonType.date,
  bytes: new BsonWriter(8).int64(BigInt(Date.now())).finish(),
  start: 0,
  end: 8,
});

let lastSecond = 0;
let increment = 0;

/** The time in seconds and a count within the second: no two timestamps are the same. */
export function timestampNow(): Value {
  const second = Math.floor(Date.now() / 1000);
  increment = second === lastSecond ? increment + 1 : 1;
  lastSecond = second;
  const bytes = new BsonWriter(8).int32(increment).int32(second).finish();
  return { type: BsonType.timestamp, bytes, start: 0, end: 8 };
}

function typeOf(operand: Value): string {
  if (operand.type === BsonType.boolean) return 'date';
  if (!isObject(operand)) {
    throw badValue(
      "Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}) for $currentDate.",
    );
  }
  const [first, ...others] = fieldsOf(operand);
  const foreign = [first, ...others].find((field) => field?.name !== '$type');
  if (foreign !== undefined) throw badValue(`Unrecognized $currentDate option: ${foreign.name}`);
  return first?.value.type === BsonType.string ? textOf(first.value) : '';
}

export const currentDate = (operand: Value): Change => {
  const type = typeOf(operand);
  if (type !== 'date' && type !== 'timestamp') {
    throw badValue(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    );
  }
  return (root, parts) => {
    setPath(root, parts, type === 'date' ? date() : timestampNow());
  };
};
