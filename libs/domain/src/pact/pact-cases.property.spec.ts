import fc from 'fast-check';

import {
  pactBreachCommands,
  pactCoverageCommands,
  pactTextCommands,
} from '../testing/commands/pact-cases';
import { historiesOf } from '../testing/histories';
import { pactBreach, pactCoverage, pactObligations, pactText } from '.';

describe('any history of commands on the wording of a pact', () => {
  it('publishes it at most once, with each obligation exactly once, and retires it once at most', () => {
    fc.assert(
      fc.property(historiesOf(pactText, pactTextCommands), ({ events }) => {
        const types = ['PactTextPublished', 'PactTextRetired'];
        expect(events.map(({ type }) => type)).toEqual(types.slice(0, events.length));
        for (const { type, data } of events) {
          if (type !== 'PactTextPublished') continue;
          const obligations = data.clauses.map(({ obligation }) => obligation);
          expect(obligations.toSorted()).toEqual([...pactObligations].sort());
        }
      }),
    );
  });
});

describe('any history of counts of who signed', () => {
  it('has nobody sign twice, and one count of a source for a day', () => {
    fc.assert(
      fc.property(historiesOf(pactCoverage, pactCoverageCommands), ({ events }) => {
        const counts = events.map(({ data }) => `${data.asOf} ${data.source.id}`);
        expect(new Set(counts).size).toBe(counts.length);
        for (const { data } of events) {
          expect(data.signed).toBeLessThanOrEqual(data.staff);
          expect(Number(data.percent)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('any history of commands on a breach', () => {
  it('is reported once and concluded at most once, never by whoever recorded it', () => {
    fc.assert(
      fc.property(historiesOf(pactBreach, pactBreachCommands), ({ events }) => {
        const [reported, concluded, ...more] = events;
        expect(more).toEqual([]);
        if (reported === undefined) return;
        expect(reported.type).toBe('PactBreachReported');
        if (reported.type !== 'PactBreachReported') return;
        if (concluded?.type !== 'PactBreachConcluded') return;
        expect(concluded.data.concludedBy).not.toBe(reported.data.recordedBy);
        expect(concluded.data.concludedOn >= reported.data.reportedOn).toBe(true);
        expect(
          concluded.data.finding === 'proven' || concluded.data.sanctionReference === null,
        ).toBe(true);
      }),
    );
  });
});
