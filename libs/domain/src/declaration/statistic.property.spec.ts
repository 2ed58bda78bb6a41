import fc from 'fast-check';

import { declarationStatisticCommands } from '../testing/commands/single-facts';
import { historiesOf } from '../testing/histories';
import { declarationStatistic } from '.';

it('any history of statistics counts no more complete than submitted, nor more than there are', () => {
  fc.assert(
    fc.property(historiesOf(declarationStatistic, declarationStatisticCommands), ({ events }) => {
      for (const { data } of events) {
        expect(data.submitted).toBeLessThanOrEqual(data.obligors);
        expect(data.complete ?? 0).toBeLessThanOrEqual(data.submitted);
        expect(Number(data.submittedPercent)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
