/** The stream was tombstoned: it cannot be read, now or ever. */
export class StreamDeleted extends Error {
  constructor(readonly stream: string) {
    super(`stream "${stream}" is deleted`);
  }
}
