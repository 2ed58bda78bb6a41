/** One value of a body, replaced by one of a wrong kind. */
export interface Mutation {
  /** Place of the changed value, as a problem names it: `items[0].milestones[0].dueOn`. */
  readonly field: string;
  /** The same, key by key. */
  readonly place: readonly string[];
  readonly wrong: unknown;
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

/** A body with these values replaced; none may stand inside another. */
export const bodyWith = (body: unknown, mutations: readonly Mutation[]): unknown =>
  mutations.reduce((changed, { place, wrong }) => replaced(changed, place, wrong), body);

function replaced(body: unknown, [key, ...inner]: readonly string[], wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const inBody = (value: unknown): unknown => replaced(value, inner, wrong);
  if (!Array.isArray(body)) {
    const fields = body as Readonly<Record<string, unknown>>;
    return { ...fields, [key]: inBody(fields[key]) };
  }
  return body.map((one: unknown, index) => (String(index) === key ? inBody(one) : one));
}

/**
 * Every value of a body, at every depth, replaced by every wrong kind of value in turn, in as few
 * rounds as can be: the wrong texts, numbers and flags of a round are tried together in one body, for a
 * refusal names every wrong field that it sees. One that it does not name is to be tried alone.
 */
export function roundsOf(body: unknown): readonly (readonly Mutation[])[] {
  const together: Mutation[][] = [];
  const alone: Mutation[][] = [];
  for (const { field, place, value } of valuesOf(body)) {
    for (const [kind, wrong] of wrongFor(value).entries()) {
      const mutation = { field, place, wrong };
      if (typeof value === 'object') alone.push([mutation]);
      else (together[kind] ??= []).push(mutation);
    }
  }
  return [...together, ...alone];
}

interface Value {
  readonly field: string;
  readonly place: readonly string[];
  readonly value: unknown;
}

function valuesOf(body: unknown, field = '', place: readonly string[] = []): Value[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]: [string, unknown]) => {
    const at = { field: fieldIn(body, field, key), place: [...place, key] };
    return [{ ...at, value }, ...valuesOf(value, at.field, at.place)];
  });
}

function fieldIn(parent: object, field: string, key: string): string {
  if (Array.isArray(parent)) return `${field}[${key}]`;
  return field === '' ? key : `${field}.${key}`;
}
