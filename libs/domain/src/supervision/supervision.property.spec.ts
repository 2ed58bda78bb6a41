import fc from 'fast-check';

import { addDays } from '../calendar';
import { supervisionCommands } from '../testing/commands/supervision';
import { historiesOf } from '../testing/histories';
import { supervision } from '.';

const histories = historiesOf(supervision, supervisionCommands);

describe('any history of commands on a coordination meeting', () => {
  it('has no follow-up verified by its last reporter, nor one that was not reported', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const reporter = new Map<string, string>();
        for (const { type, data } of events) {
          if (type === 'FollowUpReported') reporter.set(data.recommendation, data.reportedBy);
          if (type !== 'FollowUpVerified') continue;
          expect([undefined, data.verifiedBy]).not.toContain(reporter.get(data.recommendation));
        }
      }),
    );
  });

  it('makes each recommendation once, due the days of the policy after it, and says what was late', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const due = new Map<string, string>();
        for (const { type, data } of events) {
          if (type === 'RecommendationMade') {
            expect(due.has(data.recommendation)).toBe(false);
            expect(data.dueOn).toBe(addDays(data.madeOn, 60));
            due.set(data.recommendation, data.dueOn);
          }
          if (type !== 'FollowUpReported') continue;
          expect(data.late).toBe(data.reportedOn > (due.get(data.recommendation) ?? ''));
        }
      }),
    );
  });
});
