import type { Decision, Refusal } from '../decider';
import { mustBeDate } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustBeSlug, mustCite, mustNotBeBlank } from '../rules/text';
import type { DraftPact } from './commands';
import type { PactDrafted } from './events';
import { isDrafted, textMustBeInForce } from './standing-rules';
import type { PactState } from './state';

const mustBeNew = (state: PactState): Refusal | null =>
  isDrafted(state)
    ? refusal(
        'pact.already-drafted',
        `pact ${state.draft.pact} was drafted for ${state.draft.date}`,
        'Use it, or draft under another identifier.',
        'pact',
      )
    : null;

const regionMustBeRegistered = ({ region, regionRegistered }: DraftPact): Refusal | null =>
  regionRegistered
    ? null
    : refusal(
        'pact.region-unknown',
        `region ${region} is not registered`,
        'Register the region first.',
        'region',
      );

const textMustBePublished = ({ text, textVersion }: DraftPact): Refusal | null =>
  text?.version === textVersion
    ? null
    : refusal(
        'pact.text-unpublished',
        `no wording was published as version ${textVersion}`,
        'Publish the wording first, or name a published version.',
        'textVersion',
      );

export const draftPact = (state: PactState, command: DraftPact): Decision<PactDrafted> =>
  recordUnless(
    mustBeNew(state) ??
      mustBeSlug('pact', 'pact', command.pact) ??
      regionMustBeRegistered(command) ??
      textMustBePublished(command) ??
      mustNotBeBlank('pact', 'occasion', command.occasion) ??
      mustBeDate('pact', 'date', command.date) ??
      textMustBeInForce('date', command.date, command) ??
      mustNotBeBlank('pact', 'place', command.place) ??
      firstRefusal(
        command.symbolicSigners,
        ({ group, count }) =>
          mustNotBeBlank('pact', 'symbolicSigners.group', group) ??
          (count === null
            ? null
            : mustBeCount('pact', `symbolicSigners.count of ${group}`, count, 1)),
      ) ??
      mustCite('pact', command.source),
    () => ({
      type: 'PactDrafted',
      data: {
        pact: command.pact,
        region: command.region,
        textVersion: command.textVersion,
        occasion: command.occasion,
        date: command.date,
        place: command.place,
        symbolicSigners: command.symbolicSigners.map(({ group, count }) => ({ group, count })),
        source: command.source,
      },
    }),
  );
