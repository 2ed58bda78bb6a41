/** The forms of what names a stream or a part of its name; whoever asks for one asks for this form. */
export const identifierForms = {
  slug: /^[a-z0-9][a-z0-9.-]{0,63}$/,
  sha256: /^[0-9a-f]{64}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  deadlineId: /^[a-z0-9][a-z0-9.:-]{0,239}$/,
  viewName: /^[a-z0-9][a-z0-9-]{0,59}$/,
  /** Two digits a province, four a regency or city; which numbers, says `levelOfCode`. */
  regionCode: /^\d{2}(\.\d{2})?$/,
  /** Of an instrument or an index: `MCP`, `SPI`. */
  instrument: /^[A-Z][A-Z0-9-]{1,15}$/,
  year: /^(19|20)\d{2}$/,
} as const;

const { slug, sha256, uuid, deadlineId, viewName } = identifierForms;

/** Whether the text can name a pact, plan, area, indicator and the like, and be part of a stream name. */
export const isSlug = (text: string): boolean => slug.test(text);

/** Whether the text has the shape of a SHA-256 digest: 64 lower-case hex digits. */
export const isSha256 = (text: string): boolean => sha256.test(text);

/** Whether the text has the shape of a UUID in lower case. */
export const isUuid = (text: string): boolean => uuid.test(text);

/**
 * Whether the text can name a deadline, and be part of a stream name: identifiers joined by colons,
 * which none of them contains.
 */
export const isDeadlineId = (text: string): boolean => deadlineId.test(text);

/** Whether the text can name a view, and be part of a stream name: `ranking`, `pact-register`. */
export const isViewName = (text: string): boolean => viewName.test(text);

/** The first text that occurs twice, or null. */
export function firstRepeated(texts: readonly string[]): string | null {
  return texts.find((text, index) => texts.indexOf(text) !== index) ?? null;
}
