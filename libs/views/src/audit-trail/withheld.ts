import { categoryOf } from '@jejak/domain';

/**
 * What the public is not shown of the streams of a category, by the names of the fields in its events
 * and its state: who reported, asked or gave, also under a pseudonym, which would link one matter to
 * the next; of a reported breach the pact and the office, which accuse somebody before anything is
 * proven; and what another system sent, which nobody has looked through for names. An auditor reads
 * these in the event store itself.
 */
const withheldByCategory: Readonly<Record<string, readonly string[]>> = {
  pactbreach: ['pact', 'position', 'reporter'],
  complaint: ['reporter'],
  information: ['requester'],
  gratification: ['giver'],
  feedevent: ['content'],
};

export interface ShownToPublic<Content> {
  readonly content: Content;
  /** Names of the fields that were left out, in the order of the alphabet; mostly none. */
  readonly withheld: readonly string[];
}

/** The data of an event of a stream, or the state of the stream, without what is not for the public. */
export function shownToPublic<Content extends object | null>(
  stream: string,
  content: Content,
): ShownToPublic<Content> {
  const names = withheldByCategory[categoryOf(stream)];
  if (names === undefined) return { content, withheld: [] };
  const withheld = new Set<string>();
  const text = JSON.stringify(content, (name, value: unknown) => {
    if (!names.includes(name)) return value;
    withheld.add(name);
    return undefined;
  });
  return { content: JSON.parse(text) as Content, withheld: [...withheld].sort() };
}
