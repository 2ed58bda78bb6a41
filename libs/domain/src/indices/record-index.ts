import { type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { canonical, mustBeCount } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { mustCite, mustNotBeBlank } from '../rules/text';
import { latestIndonesianDay } from '../values/calendar-date';
import type { RecordIndex } from './commands';
import type { IndexRecorded } from './events';
import { mustBeOnScale, scaleInForce } from './reading-rules';
import { indexBandOf, type IndexScale } from './scales';
import type { IndexState } from './state';
import { indexGroups, isIndexSubject } from './subject';

const mustNameSubject = ({ subject }: RecordIndex): Refusal | null =>
  isIndexSubject(subject)
    ? null
    : refusal(
        'index.invalid-subject',
        `"${subject.slice(0, 40)}" is neither the code of a region nor a group of bodies`,
        `Give a code such as 36.73, or one of ${indexGroups.join(', ')}.`,
        'subject',
      );

/** Nobody can have measured a year that has not begun. */
function mustHaveBegun({ year, at }: RecordIndex): Refusal | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    return refusal('index.invalid-year', `the year is ${year}`, 'Give four digits.', 'year');
  }
  return year <= Number(latestIndonesianDay(at).slice(0, 4))
    ? null
    : refusal(
        'index.future-year',
        `${year} has not begun`,
        'Give the year that was measured.',
        'year',
      );
}

function claimMustBeABand(
  { kind, bands }: IndexScale,
  { claimedBand }: RecordIndex,
): Refusal | null {
  if (claimedBand === null || bands?.some(({ id }) => id === claimedBand)) return null;
  return refusal(
    'index.band-unknown',
    `${kind} has no band "${claimedBand.slice(0, 40)}"`,
    bands
      ? `Use one of ${bands.map(({ id }) => id).join(', ')}; the words go into claimedAs.`
      : 'Leave claimedBand out; the words go into claimedAs.',
    'claimedBand',
  );
}

/** Two sources may say the same; one source saying it twice is one publication. */
function mustBeNew({ publications }: IndexState, command: RecordIndex): Refusal | null {
  const { source, value } = command;
  const place = publications.findIndex(
    (one) => one.source === source.id && one.value === canonical(value),
  );
  return place === -1
    ? null
    : refusal(
        'index.already-recorded',
        `publication ${place + 1} has the value ${value} from ${source.id} already`,
        'Nothing was changed; there is nothing to do.',
        'source',
      );
}

/** Keeps a published index beside what the bands in force make of it. */
export function recordIndex(state: IndexState, command: RecordIndex): Decision<IndexRecorded> {
  const { kind, subject, year, value, claimedBand, claimedAs, respondents } = command;
  const { publishedOn, source, actor, at } = command;
  const named =
    mustNameSubject(command) ??
    mustBeRegistered('index', subject, command.subjectRegistered, 'subject') ??
    mustHaveBegun(command);
  if (named) return refused(named);
  const found = scaleInForce(command);
  if ('refusal' in found) return refused(found.refusal);
  const { scale, version: policyVersion } = found;
  return recordUnless(
    mustBeOnScale('value', scale, value) ??
      claimMustBeABand(scale, command) ??
      mustNotBeBlank('index', 'claimedAs', claimedAs) ??
      (respondents === null ? null : mustBeCount('index', 'respondents', respondents, 1)) ??
      mustHaveHappened('index', 'publishedOn', publishedOn, at) ??
      mustCite('index', source) ??
      mustBeNew(state, command),
    () => ({
      type: 'IndexRecorded',
      data: {
        kind,
        subject,
        year,
        publication: state.publications.length + 1,
        value: canonical(value),
        band: indexBandOf(scale, canonical(value))?.id ?? null,
        claimedBand,
        claimedAs,
        respondents,
        publishedOn,
        source,
        policyVersion,
        recordedBy: actor.id,
      },
    }),
  );
}
