/**
 * A name as it is compared: what looks the same is the same. Unicode NFKC (full-width letters are
 * letters), without characters nobody sees, single spaces, lower case.
 */
export const normalisedName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC');

/** Whether two spellings name the same person or office. */
export const sameName = (a: string, b: string): boolean => normalisedName(a) === normalisedName(b);

/** Whether the text says nothing. */
export const isBlank = (text: string): boolean => text.trim() === '';
