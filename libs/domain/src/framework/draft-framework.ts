import type { Decision, Refusal } from '../decider';
import { recordUnless, refusal } from '../rules/refusal';
import { compareDates } from '../values/calendar-date';
import { identifierForms } from '../values/identifier';
import { canonicalContent } from './canonical-content';
import type { DraftFramework } from './commands';
import { contentMustBeSound } from './content-rules';
import type { FrameworkDrafted, FrameworkKey } from './events';
import type { FrameworkState } from './state';

/** Instrument and year name the stream. */
function keyMustNameStream({ instrument, year }: FrameworkKey): Refusal | null {
  if (!identifierForms.instrument.test(instrument)) {
    return refusal(
      'framework.invalid-instrument',
      `"${instrument}" is not the short name of an instrument`,
      'Use 2 to 16 capital letters, digits and dashes, beginning with a letter, such as MCP.',
      'instrument',
    );
  }
  return Number.isInteger(year) && year >= 1000 && year <= 9999
    ? null
    : refusal(
        'framework.invalid-year',
        `the year is ${year}`,
        'Give a year of four digits.',
        'year',
      );
}

/** Versions follow each other in time, so that any day has at most one in force. */
function mustFollowPrevious(state: FrameworkState, { content }: DraftFramework): Refusal | null {
  const previous = state.published.at(-1);
  if (!previous || compareDates(content.effectiveFrom, previous.content.effectiveFrom) > 0) {
    return null;
  }
  return refusal(
    'framework.not-after-previous-version',
    `version ${previous.version} applies from ${previous.content.effectiveFrom}, the draft from ${content.effectiveFrom}`,
    `Let the draft apply from a day after ${previous.content.effectiveFrom}.`,
    'content.effectiveFrom',
  );
}

export const draftFramework = (
  state: FrameworkState,
  command: DraftFramework,
): Decision<FrameworkDrafted> =>
  recordUnless(
    keyMustNameStream(command) ??
      contentMustBeSound(command.content) ??
      mustFollowPrevious(state, command),
    () => ({
      type: 'FrameworkDrafted',
      data: {
        instrument: command.instrument,
        year: command.year,
        version: state.published.length + 1,
        content: canonicalContent(command.content),
        draftedBy: command.actor.id,
        contentSha256: command.contentSha256,
      },
    }),
  );
