/** A name as it is compared: Unicode NFC, single spaces, lower case. */
export const normalisedName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFC');

/** Whether two spellings name the same person or office. */
export const sameName = (a: string, b: string): boolean => normalisedName(a) === normalisedName(b);

/** Whether the text says nothing. */
export const isBlank = (text: string): boolean => text.trim() === '';
