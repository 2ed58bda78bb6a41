import fc from 'fast-check';

import { declarationCommands } from '../testing/commands/declaration';
import { historiesOf } from '../testing/histories';
import { declaration, isObligor } from '.';

const histories = historiesOf(declaration, declarationCommands);

describe('any history of commands on an obligation', () => {
  it('has at most one open time in the position, and times that do not overlap', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (!isObligor(state)) return false;
        return state.times.every(
          ({ since }, place) => place === 0 || since > (state.times[place - 1]?.endedOn ?? '9'),
        );
      }),
    );
  });

  it('counts each report once, complete ones among those handed in, and years that were owed', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        if (!isObligor(state)) return false;
        const keys = state.filings.map((one) => one.filing);
        const complete = events.flatMap((event) =>
          event.type === 'WealthReportVerified' && event.data.result === 'complete'
            ? [event.data.filing]
            : [],
        );
        return (
          new Set(keys).size === keys.length &&
          new Set(complete).size === complete.length &&
          complete.every((one) => keys.includes(one)) &&
          state.filings.every(
            ({ year }) =>
              year === null ||
              state.times.some(
                ({ firstYear, endedOn }) =>
                  firstYear <= year && (endedOn === null || endedOn >= `${year}-12-31`),
              ),
          )
        );
      }),
    );
  });

  it('expects no report that was handed in or is owed no longer', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (!isObligor(state)) return false;
        const open = state.times.at(-1)?.endedOn === null;
        return state.expected.every(
          (one) =>
            !state.filings.some((known) => known.filing === one.filing) &&
            (open || !one.filing.startsWith('periodic-2025')),
        );
      }),
    );
  });

  it('has nobody verify what they recorded', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const recorder = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'WealthReportFiled' || event.type === 'WealthReportSupplemented') {
            recorder.set(event.data.filing, event.data.recordedBy);
          }
          return (
            event.type !== 'WealthReportVerified' ||
            recorder.get(event.data.filing) !== event.data.verifiedBy
          );
        });
      }),
    );
  });
});
