import { documentIn, fieldAt, type Value } from '../bson/value';
import { BsonWriter } from '../bson/write';
import { type UpdateStep } from './step';

/** Whether steps do nothing but give fields of the document itself a value. */
export const assignsOnly = (steps: readonly UpdateStep[]): boolean =>
  steps.every(({ path, assigned }) => path.parts.length === 1 && assigned !== undefined);

/**
 * The document with fields of its own assigned: those there are keep their place, the others follow in
 * the order of the steps. What is not touched is copied as it lies. The same as applying the steps
 * one after the other, without taking the document apart.
 */
export function assign(document: Value, steps: readonly UpdateStep[]): Value {
  const values = new Map(steps.map(({ path, assigned }) => [path.text, assigned] as const));
  const { bytes, start, end } = document;
  const writer = new BsonWriter(steps.reduce(roomFor, end - start));
  const at = writer.open();
  let copied = start + 4;
  for (let next = copied; next < end - 1;) {
    const { name, value } = fieldAt(document, next);
    const assigned = values.get(name);
    if (assigned !== undefined) {
      writer.raw(bytes, copied, next).field(name, assigned);
      values.delete(name);
      copied = value.end;
    }
    next = value.end;
  }
  writer.raw(bytes, copied, end - 1);
  for (const [name, assigned] of values) {
    if (assigned !== undefined) writer.field(name, assigned);
  }
  return documentIn(writer.close(at).finish());
}

/** A name takes up to three bytes for each of its characters, its type one and its end another. */
const roomFor = (room: number, { path, assigned }: UpdateStep): number =>
  room + path.text.length * 3 + 2 + (assigned === undefined ? 0 : assigned.end - assigned.start);
