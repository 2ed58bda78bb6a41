/** What is wrong and where: the first such thing ends the verification. */
export class Fault extends Error {}

/** Of an event in the log, as far as it can be named. */
export function placeOf(place: {
  readonly position?: number;
  readonly stream?: string;
  readonly revision?: number;
}): string {
  const { position, stream, revision } = place;
  return [
    ...(position === undefined ? [] : [`position ${position}`]),
    ...(stream === undefined ? [] : [`stream ${JSON.stringify(stream)}`]),
    ...(revision === undefined ? [] : [`revision ${revision}`]),
  ].join(', ');
}
