import fc from 'fast-check';

import { deadlineCommands } from '../testing/commands/single-facts';
import { historiesOf } from '../testing/histories';
import { deadline } from '.';

it('any history of a deadline records its passing once for each last day, after that day', () => {
  fc.assert(
    fc.property(historiesOf(deadline, deadlineCommands), ({ steps, events }) => {
      const days = events.map(({ data }) => data.dueOn);
      expect(new Set(days).size).toBe(days.length);
      for (const { command, decision } of steps) {
        if (decision.kind === 'refused') continue;
        for (const { data } of decision.events) expect(data.passedAt <= command.at).toBe(true);
      }
    }),
  );
});
