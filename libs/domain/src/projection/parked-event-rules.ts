import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { isUuid, isViewName } from '../values/identifier';
import type { SkipParkedEvent } from './commands';
import type { ParkedEvent } from './events';

/** The store counts revisions and positions in unsigned 64-bit numbers. */
const highest = 2n ** 64n - 1n;

const isPlace = (text: string): boolean =>
  /^(0|[1-9]\d{0,19})$/.test(text) && BigInt(text) <= highest;

export const mustNameView = ({ view }: SkipParkedEvent): Refusal | null =>
  isViewName(view)
    ? null
    : refusal(
        'projection.invalid-view',
        `"${view}" cannot name a view`,
        'Use 1 to 60 lower-case letters, digits and dashes, beginning with a letter or digit.',
        'view',
      );

/** A stream that waits is named by the event behind which it waits. */
const streamMustBeItsOwnKey = ({ kind, key, event }: SkipParkedEvent): Refusal | null =>
  kind !== 'stream' || key === event.stream
    ? null
    : refusal(
        'projection.invalid-key',
        `the stream ${key} does not wait behind an event of ${event.stream}`,
        'Give the name of the stream as key and as stream.',
        'key',
      );

export const mustNameWhatWaits = (command: SkipParkedEvent): Refusal | null =>
  mustNotBeBlank('projection', 'key', command.key) ?? streamMustBeItsOwnKey(command);

const mustHaveId = ({ id }: ParkedEvent): Refusal | null =>
  isUuid(id)
    ? null
    : refusal(
        'projection.invalid-event-id',
        `"${id}" is not the id of an event`,
        'Copy the UUID of the parked event, in lower case.',
        'eventId',
      );

const mustHaveRevision = ({ revision }: ParkedEvent): Refusal | null =>
  isPlace(revision)
    ? null
    : refusal(
        'projection.invalid-revision',
        `"${revision}" is not a place in a stream`,
        'Give the revision of the parked event as a whole number from 0 on.',
        'revision',
      );

function mustHavePosition({ position }: ParkedEvent): Refusal | null {
  const parts = position.split('/');
  if (parts.length === 2 && parts.every(isPlace)) return null;
  return refusal(
    'projection.invalid-position',
    `"${position}" is not a position in the log`,
    'Give the position of the parked event as <commit>/<prepare>.',
    'position',
  );
}

/** An auditor must find the event from the decision alone. Fields are named as a caller gives them. */
export const mustNameEvent = (event: ParkedEvent): Refusal | null =>
  mustHaveId(event) ??
  mustNotBeBlank('projection', 'stream', event.stream) ??
  mustHaveRevision(event) ??
  mustNotBeBlank('projection', 'type', event.type) ??
  mustHavePosition(event);
