/** A count for a person: `1 event`, `2 events`, `1,234 events`. */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? what : `${what}s`}`;
