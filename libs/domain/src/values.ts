/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** An instant, ISO 8601 in UTC with milliseconds: `2025-11-30T16:59:59.999Z`. */
export type Instant = string;

/** A decimal number as text (`69.55`): scores that rank people are never binary floats. */
export type DecimalText = string;

/** Where a published fact was read. */
export interface Source {
  /** Short stable name of the source within its collection, e.g. `B5`. */
  readonly id: string;
  /** Publisher and date, or an address: enough to find it again. */
  readonly citation: string;
}

/** A document that supports a claim, named by its content and never by a path that can change. */
export interface Evidence {
  /** SHA-256 of the file, 64 lower-case hex digits. */
  readonly sha256: string;
  readonly title: string;
}
