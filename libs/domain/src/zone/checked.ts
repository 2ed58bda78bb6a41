/** What a rule has already found to be there. */
export function checked<Value>(value: Value | null): Value {
  if (value === null) throw new TypeError('a policy reached a decision without being checked');
  return value;
}
