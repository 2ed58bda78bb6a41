import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import type { SkipParkedEvent } from './commands';
import type { ParkedEventSkipped } from './events';
import { mustNameEvent, mustNameView, mustNameWhatWaits } from './parked-event-rules';
import { isSkipped, type ProjectionState, skipOf } from './state';

const mustNotBeSkipped = (state: ProjectionState, command: SkipParkedEvent): Refusal | null =>
  isSkipped(state, skipOf(command))
    ? refusal(
        'projection.already-skipped',
        `event ${command.event.id} is left out of the ${command.kind} ${command.key} already`,
        'Nothing remains to be done; the decision stands in the log.',
        'eventId',
      )
    : null;

const shortest = 10;
const longest = 1_000;

/** An auditor must be able to read why something is missing; lengths without blanks around. */
function mustSayWhy({ reason }: SkipParkedEvent): Refusal | null {
  const { length } = Array.from(reason.trim());
  if (length >= shortest && length <= longest) return null;
  return refusal(
    'projection.invalid-reason',
    `the reason has ${length} characters`,
    'Say in 10 to 1,000 characters why the event is left out.',
    'reason',
  );
}

/** A decision is taken once; it is recorded whether or not the event still waits. */
export const skipParkedEvent = (
  state: ProjectionState,
  command: SkipParkedEvent,
): Decision<ParkedEventSkipped> =>
  recordUnless(
    mustNotBeSkipped(state, command) ??
      mustNameView(command) ??
      mustNameWhatWaits(command) ??
      mustNameEvent(command.event) ??
      mustSayWhy(command),
    () => ({
      type: 'ParkedEventSkipped',
      data: {
        view: command.view,
        kind: command.kind,
        key: command.key,
        event: {
          id: command.event.id,
          stream: command.event.stream,
          revision: command.event.revision,
          type: command.event.type,
          position: command.event.position,
        },
        reason: command.reason.trim(),
        skippedBy: command.actor.id,
      },
    }),
  );
