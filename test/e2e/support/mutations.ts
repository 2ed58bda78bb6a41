export interface Mutation {
  /** Place of the changed value, as a problem names it: `items[0].milestones[0].dueOn`. */
  readonly field: string;
  readonly body: unknown;
}

const wrongFor = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string')
    return [42, 1.5, true, [value], { $ne: value }, '', 'x'.repeat(3_000)];
  if (typeof value === 'number') return [String(value), 1.5, -1, 1e15, true, [value], {}];
  if (typeof value === 'boolean') return ['true', 1, 0, [], {}];
  if (Array.isArray(value)) {
    const wrong = [{}, 'x', 7, [null], [[]], [7], { 0: value[0] as unknown }];
    return typeof value[0] === 'string' ? wrong : [...wrong, ['x']];
  }
  return [[], [value], 'x', 7, true];
};

/** Every value of a body, at every depth, replaced by every wrong kind of value in turn. */
export function mutationsOf(body: unknown, field = ''): Mutation[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]: [string, unknown]) => {
    const place = placeIn(body, field, key);
    const replaced = (by: unknown): unknown =>
      Array.isArray(body)
        ? body.map((one: unknown, index) => (String(index) === key ? by : one))
        : { ...body, [key]: by };
    return [
      ...wrongFor(value).map((wrong) => ({ field: place, body: replaced(wrong) })),
      ...mutationsOf(value, place).map((inner) => ({
        field: inner.field,
        body: replaced(inner.body),
      })),
    ];
  });
}

function placeIn(parent: object, field: string, key: string): string {
  if (Array.isArray(parent)) return `${field}[${key}]`;
  return field === '' ? key : `${field}.${key}`;
}
