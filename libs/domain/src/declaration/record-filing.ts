import { accepted, type Decision, type Refusal, refused } from '../decider';
import { mustBeDate, mustHaveHappened } from '../rules/dates';
import { refusal } from '../rules/refusal';
import type { RecordFiling } from './commands';
import type { ExpectedFiling, WealthReportFiled } from './events';
import { dueDateOf, expectedFiling, filingKey, termsBasis } from './filing';
import { mustBeReference, mustFollow, underTerms } from './rules';
import { filingCalled, isObligedFor, lastDayOfYear, type Obligor, yearOf } from './state';

function isOccasion(state: Obligor, { kind, occasionOn }: RecordFiling): boolean {
  switch (kind) {
    case 'periodic':
      return (
        occasionOn === lastDayOfYear(yearOf(occasionOn)) && isObligedFor(state, yearOf(occasionOn))
      );
    case 'special-start':
      return state.times.some(({ since }) => since === occasionOn);
    case 'special-end':
      return state.times.some(({ endedOn }) => endedOn === occasionOn);
    case 'on-request':
      return state.times.some(({ since }) => since <= occasionOn);
  }
}

/**
 * A periodic report is owed by who holds the position on 31 December, a special one for a first
 * appointment, re-appointment or end of office, and any time on the Commission's request (PerKPK
 * 7/2016, 2/2020).
 */
const mustBeOwed = (state: Obligor, command: RecordFiling): Refusal | null =>
  isOccasion(state, command)
    ? null
    : refusal(
        'declaration.not-obliged',
        `nothing recorded obliges to a ${command.kind} report on ${command.occasionOn}`,
        'Correct the kind or the day, or record the appointment or its end first.',
        'occasionOn',
      );

const mustBeFirst = (state: Obligor, filing: string): Refusal | null => {
  const known = filingCalled(state, filing);
  return known
    ? refusal(
        'declaration.already-filed',
        `${filing} was recorded as handed in on ${known.handedInOn}`,
        'Record what completes it as a supplement, or correct the kind or the day.',
      )
    : null;
};

/** The periodic report of the next 31 December, unless it is known of or no longer owed. */
function nextFiling(state: Obligor, command: RecordFiling): ExpectedFiling | null {
  const { kind, occasionOn, nextTerms } = command;
  if (nextTerms === null || (kind !== 'periodic' && kind !== 'special-start')) return null;
  const year = yearOf(occasionOn) + (kind === 'periodic' ? 1 : 0);
  const next = expectedFiling(nextTerms, 'periodic', lastDayOfYear(year));
  const known = [...state.expected, ...state.filings].some(({ filing }) => filing === next.filing);
  return known || !isObligedFor(state, year) ? null : next;
}

/** Lateness is recorded and refuses nothing: a report handed in late is handed in. */
export function recordFiling(state: Obligor, command: RecordFiling): Decision<WealthReportFiled> {
  const { kind, occasionOn, filedOn, receipt, actor } = command;
  const filing = filingKey(kind, occasionOn);
  const found =
    mustBeDate('declaration', 'occasionOn', occasionOn) ??
    mustHaveHappened('declaration', 'filedOn', filedOn, command.at) ??
    mustFollow('filedOn', filedOn, occasionOn, 'which it is about') ??
    mustBeReference('receipt', receipt) ??
    mustBeOwed(state, command) ??
    mustBeFirst(state, filing);
  if (found) return refused(found);
  return underTerms(occasionOn, command.terms, (inForce) => {
    const dueOn = dueDateOf(inForce, kind, occasionOn);
    return accepted({
      type: 'WealthReportFiled',
      data: {
        ...state.key,
        filing,
        year: kind === 'periodic' ? yearOf(occasionOn) : null,
        kind,
        occasionOn,
        filedOn,
        receipt,
        dueOn,
        late: dueOn === null ? null : filedOn > dueOn,
        expects: nextFiling(state, command),
        recordedBy: actor.id,
        ...termsBasis(inForce, kind),
      },
    });
  });
}
