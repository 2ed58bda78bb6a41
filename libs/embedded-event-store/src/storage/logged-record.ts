/** An event of a stream where the log holds it. */
export interface LoggedRecord {
  readonly revision: number;
  readonly position: number;
  /** See `event-record.ts`. */
  readonly record: Buffer;
}

export interface Walk {
  /** First position or revision to look at, included. */
  readonly from: number;
  readonly reverse: boolean;
}
