/**
 * The document an event builds on. Throws when there is none: an event without the one that opens its
 * stream is for the runtime to park, not to guess around.
 */
export function continued<Document extends object>(
  document: Document | null,
  id: string,
): Document {
  if (!document) throw new Error(`Nothing was recorded about ${id} before this event`);
  return document;
}
