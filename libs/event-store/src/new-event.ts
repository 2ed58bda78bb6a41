import type { EventMetadata, JejakEvent } from '@jejak/domain';

/** An event about to be appended. */
export interface NewEvent {
  /** UUIDv5 of stream, command and index: the same command always makes the same ids. */
  readonly id: string;
  readonly event: JejakEvent;
  readonly metadata: EventMetadata;
}
