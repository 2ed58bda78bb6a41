import type { Decision, Refusal } from '../decider';
import { levelOfCode } from '../region/code-rules';
import { mustHaveHappened } from '../rules/dates';
import { mustBeCount } from '../rules/numbers';
import { firstRefusal, recordUnless, refusal } from '../rules/refusal';
import { mustCite, mustNotBeBlank } from '../rules/text';
import type { RecordClaim } from './commands';
import type { ClaimRecorded } from './events';
import type { DisputeState } from './state';

/** One person may say it again on another day, and two sources may report the same words. */
function mustBeNew({ claims }: DisputeState, { by, date, text, source }: RecordClaim) {
  const known = claims.find(
    (claim) =>
      claim.by === by &&
      claim.date === date &&
      claim.text === text &&
      claim.source.id === source.id,
  );
  return known === undefined
    ? null
    : refusal(
        'dispute.already-recorded',
        `it is claim ${known.claim} of this dispute`,
        'Nothing remains to be done.',
      );
}

const mustNameRegions = ({ about }: RecordClaim): Refusal | null =>
  firstRefusal(about, ({ region, rank }, index) => {
    const field = `about[${index}]`;
    if (levelOfCode(region) === null)
      return refusal(
        'dispute.invalid-code',
        `"${region}" is not the code of a province, regency or city`,
        'Give a code such as 36 or 36.73.',
        `${field}.region`,
      );
    if (about.findIndex((other) => other.region === region) < index)
      return refusal(
        'dispute.region-repeated',
        `${region} is named twice`,
        'Name every region once, with the rank claimed for it.',
        `${field}.region`,
      );
    return rank === null ? null : mustBeCount('dispute', `${field}.rank`, rank, 1);
  });

/** What is claimed is recorded whether or not it is true; only that it was claimed is vouched for. */
export const recordClaim = (state: DisputeState, command: RecordClaim): Decision<ClaimRecorded> =>
  recordUnless(
    mustBeNew(state, command) ??
      mustNotBeBlank('dispute', 'by', command.by) ??
      mustNotBeBlank('dispute', 'text', command.text) ??
      mustCite('dispute', command.source) ??
      mustHaveHappened('dispute', 'date', command.date, command.at) ??
      mustNameRegions(command),
    () => ({
      type: 'ClaimRecorded',
      data: {
        instrument: command.instrument,
        year: command.year,
        claim: state.claims.length + 1,
        by: command.by,
        date: command.date,
        text: command.text,
        about: command.about.map(({ region, rank }) => ({ region, rank })),
        source: { id: command.source.id, citation: command.source.citation },
      },
    }),
  );
