import fc from 'fast-check';

import { disputeCommands } from '../testing/commands/single-facts';
import { historiesOf } from '../testing/histories';
import { dispute } from '.';

it('any history of claims keeps each once, numbered as they came', () => {
  fc.assert(
    fc.property(historiesOf(dispute, disputeCommands), ({ events }) => {
      expect(events.map(({ data }) => data.claim)).toEqual(events.map((_, place) => place + 1));
      const said = events.map(({ data: { date, source, text } }) => `${date} ${source.id} ${text}`);
      expect(new Set(said).size).toBe(said.length);
    }),
  );
});
