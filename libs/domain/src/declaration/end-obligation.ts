import { accepted, type Decision, type Refusal, refused } from '../decider';
import { mustHaveHappened } from '../rules/dates';
import { refusal } from '../rules/refusal';
import type { EndObligation } from './commands';
import type { ObligationEnded } from './events';
import { expectedFiling, filingKey, termsBasis } from './filing';
import { mustFollow, underTerms } from './rules';
import { lastDayOfYear, type Obligor, openTime, type TimeInOffice, yearOf } from './state';

const notObliged = (): Refusal =>
  refusal(
    'declaration.not-obliged',
    'this person does not hold the position any more',
    'Correct the person or the position.',
  );

/** A report says that the position was held on the 31 December it is about. */
const mustNotContradictReports = ({ filings }: Obligor, { endedOn }: EndObligation) => {
  const later = filings.find(({ year }) => year !== null && lastDayOfYear(year) > endedOn);
  return later
    ? refusal(
        'declaration.filed-after-end',
        `${later.filing} was filed for a day after ${endedOn}`,
        'Correct the day: the position was held on that 31 December.',
        'endedOn',
      )
    : null;
};

/** The position must be held on 31 December to oblige for that year. */
const firstYearWithout = ({ firstYear }: TimeInOffice, endedOn: string): number => {
  const year = yearOf(endedOn);
  return Math.max(firstYear, endedOn === lastDayOfYear(year) ? year + 1 : year);
};

export function endObligation(state: Obligor, command: EndObligation): Decision<ObligationEnded> {
  const { endedOn, ground, terms } = command;
  const open = openTime(state);
  if (!open) return refused(notObliged());
  const found =
    mustHaveHappened('declaration', 'endedOn', endedOn, command.at) ??
    mustFollow('endedOn', endedOn, open.since, 'when it began') ??
    mustNotContradictReports(state, command);
  if (found) return refused(found);
  const notObligedFrom = firstYearWithout(open, endedOn);
  const released = filingKey('periodic', lastDayOfYear(notObligedFrom));
  return underTerms(endedOn, terms, (inForce) =>
    accepted({
      type: 'ObligationEnded',
      data: {
        ...state.key,
        endedOn,
        ground,
        notObligedFrom,
        expects: expectedFiling(inForce, 'special-end', endedOn),
        releases: state.expected.flatMap(({ filing }) =>
          filing.startsWith('periodic-') && filing >= released ? [filing] : [],
        ),
        ...termsBasis(inForce, 'special-end'),
      },
    }),
  );
}
