import { type EarlierSkip } from '../operations/earlier-skip';

/** A decision that stands already; who took it is the actor of the log, such as `demo-maintainer`. */
export function earlierSkipLines({ decision, recordedAt, position }: EarlierSkip): string[] {
  const { view, kind, key, event, reason, skippedBy } = decision;
  return [
    `  Left out already: ${kind} ${key} of ${view} goes without`,
    `  ${event.type}, revision ${event.revision} of ${event.stream}.`,
    '',
    `  decided    ${recordedAt}, by ${skippedBy}`,
    `  position   ${position}`,
    `  reason     ${reason}`,
  ];
}
