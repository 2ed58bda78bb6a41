import type { EventMetadata, JejakEvent } from '@jejak/domain';

/** An event about to be appended. */
export interface NewEvent {
  /** UUIDv5 of the decision on a command: sending the same append again repeats the ids. */
  readonly id: string;
  readonly event: JejakEvent;
  readonly metadata: EventMetadata;
}
