import { type StreamMetadata } from '../storage/stream-metadata';

/** First revision of a stream that its metadata still shows. Age is judged event by event. */
export function firstVisible(metadata: StreamMetadata, last: number): number {
  return Math.max(0, metadata.truncateBefore, last - metadata.maxCount + 1);
}

/** `created` and `now` in milliseconds since the Unix epoch. */
export function isTooOld(metadata: StreamMetadata, created: number, now: number): boolean {
  return created < now - metadata.maxAgeSeconds * 1_000;
}
