import type { Decision, Refusal } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import type { RefusalCode } from '../refusal-codes';
import type { CalendarDate } from '../values';
import { compareDates } from '../values/calendar-date';
import type { PublishPact } from './commands';
import type { PactPublished } from './events';
import { describeParty } from './parties';
import { type DraftedPact, mustNotBePublished, mustNotBeSuperseded } from './standing-rules';

/** Without a signature there is no promise, without a witness nobody who knows of it. */
function mustBeSignedAndWitnessed({ draft, signatures, witnesses }: DraftedPact): Refusal | null {
  if (signatures.length === 0) {
    return refusal(
      'pact.no-signature',
      `nobody has signed pact ${draft.pact}`,
      'Record at least one signature first.',
    );
  }
  return witnesses.length > 0
    ? null
    : refusal(
        'pact.no-witness',
        `nobody has witnessed pact ${draft.pact}`,
        'Record at least one witness first.',
      );
}

function mustNotPrecede(
  code: RefusalCode,
  publishedOn: CalendarDate,
  what: string,
  day: CalendarDate,
): Refusal | null {
  if (compareDates(publishedOn, day) >= 0) return null;
  return refusal(
    code,
    `published on ${publishedOn}, but ${what} is dated ${day}`,
    `Give a day of publication from ${day} on.`,
    'publishedOn',
  );
}

/** What is made public has taken place (Jejak's own rule). */
const mustFollowCeremony = (
  { draft, signatures, witnesses }: DraftedPact,
  { publishedOn }: PublishPact,
): Refusal | null =>
  mustNotPrecede('pact.published-before-ceremony', publishedOn, 'the ceremony', draft.date) ??
  firstRefusal(signatures, ({ signatory, signedOn }) =>
    mustNotPrecede(
      'pact.published-before-signature',
      publishedOn,
      `the signature of ${describeParty(signatory)}`,
      signedOn,
    ),
  ) ??
  firstRefusal(witnesses, ({ witness, witnessedOn }) =>
    mustNotPrecede(
      'pact.published-before-witness',
      publishedOn,
      `the testimony of ${describeParty(witness)}`,
      witnessedOn,
    ),
  );

/** The declaration is open and published. Source: kkptarakan.web.id and supersell.id. */
export const publishPact = (state: DraftedPact, command: PublishPact): Decision<PactPublished> =>
  recordUnless(
    mustNotBeSuperseded(state) ??
      mustNotBePublished(state) ??
      mustBeSignedAndWitnessed(state) ??
      mustHaveHappened('pact', 'publishedOn', command.publishedOn, command.at) ??
      mustFollowCeremony(state, command) ??
      mustNotBeBlank('pact', 'publicationReference', command.publicationReference),
    () => ({
      type: 'PactPublished',
      data: {
        pact: state.draft.pact,
        region: state.draft.region,
        publishedOn: command.publishedOn,
        publicationReference: command.publicationReference,
      },
    }),
  );
