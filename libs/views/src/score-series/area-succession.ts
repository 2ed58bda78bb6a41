export interface NamedArea {
  readonly id: string;
  readonly name: string;
}

/** How the areas of one year go on in the next. */
export interface Succession {
  readonly continued: readonly NamedArea[];
  readonly split: readonly { readonly from: NamedArea; readonly into: readonly NamedArea[] }[];
  readonly merged: readonly { readonly from: readonly NamedArea[]; readonly into: NamedArea }[];
  readonly disappeared: readonly NamedArea[];
  readonly appeared: readonly NamedArea[];
}

/**
 * Judged by identifiers alone, since no framework says what became of an area: the same identifier
 * goes on, and one whose words are exactly those of several others was split into them, or merged
 * from them (`planning-and-budgeting`, `planning`, `budgeting`). Everything else is taken for a
 * different area, however alike its name: who reads a series must not be told of a continuity that
 * nobody has stated.
 */
export function successionOf(
  before: readonly NamedArea[],
  after: readonly NamedArea[],
): Succession {
  const ids = new Set(before.map(({ id }) => id));
  const later = new Set(after.map(({ id }) => id));
  const ended = before.filter(({ id }) => !later.has(id));
  const begun = after.filter(({ id }) => !ids.has(id));
  const split = ended.flatMap((from) => {
    const into = partsOf(from, begun);
    return into === null ? [] : [{ from, into }];
  });
  const merged = begun.flatMap((into) => {
    const from = partsOf(into, ended);
    return from === null ? [] : [{ from, into }];
  });
  const explained = new Set([
    ...split.flatMap(({ from, into }) => [from, ...into]),
    ...merged.flatMap(({ from, into }) => [...from, into]),
  ]);
  return {
    continued: after.filter(({ id }) => ids.has(id)),
    split,
    merged,
    disappeared: ended.filter((area) => !explained.has(area)),
    appeared: begun.filter((area) => !explained.has(area)),
  };
}

/** The areas whose words, each used once, are together those of the whole; null when none are. */
function partsOf(whole: NamedArea, areas: readonly NamedArea[]): readonly NamedArea[] | null {
  const words = wordsOf(whole);
  const parts = areas.filter((area) => wordsOf(area).every((word) => words.includes(word)));
  const used = parts.flatMap(wordsOf);
  const fits = parts.length > 1 && used.length === words.length;
  return fits && new Set(used).size === words.length ? parts : null;
}

const wordsOf = ({ id }: NamedArea): readonly string[] =>
  id.split('-').filter((word) => word !== 'and');
