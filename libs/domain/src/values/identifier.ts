const slug = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const sha256 = /^[0-9a-f]{64}$/;

/** Whether the text can name a pact, plan, area, indicator and the like, and be part of a stream name. */
export const isSlug = (text: string): boolean => slug.test(text);

/** Whether the text has the shape of a SHA-256 digest: 64 lower-case hex digits. */
export const isSha256 = (text: string): boolean => sha256.test(text);

/** The first text that occurs twice, or null. */
export function firstRepeated(texts: readonly string[]): string | null {
  return texts.find((text, index) => texts.indexOf(text) !== index) ?? null;
}
