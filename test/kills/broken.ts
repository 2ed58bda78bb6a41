/** A promise of a store that was seen broken. */
export class Broken extends Error {}
