/** `I7,B9` names two sources of one fact: they stay together, each spelled out. */
export function sourceOf(
  sources: Readonly<Record<string, string>>,
  ids: string,
): { id: string; citation: string } {
  const citation = ids
    .split(',')
    .map((id) => sources[id] ?? unknownSource(id))
    .join('; ');
  return { id: ids, citation };
}

function unknownSource(id: string): never {
  throw new Error(`The facts file names the source "${id}" but does not list it under "sources".`);
}
