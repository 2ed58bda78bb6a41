import fc from 'fast-check';

import { trainingCommands } from '../testing/commands/training';
import { historiesOf } from '../testing/histories';
import { training } from '.';

const histories = historiesOf(training, trainingCommands);

describe('any history of commands on a programme', () => {
  it('never assesses more than were registered, nor passes more than were assessed', () => {
    fc.assert(
      fc.property(histories, ({ events, state }) => {
        if (state.status === 'unopened') return;
        for (const { assessed, count } of state.groups) {
          expect(assessed).toBeLessThanOrEqual(count);
        }
        for (const { type, data } of events) {
          if (type !== 'GroupAssessed') continue;
          expect(data.passed ?? 0).toBeLessThanOrEqual(data.assessed);
        }
      }),
    );
  });

  it('assesses a person at most once, after they were registered', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const registered = new Set<string>();
        const assessed = new Set<string>();
        for (const { type, data } of events) {
          if (type === 'ParticipantRegistered') registered.add(data.person);
          if (type !== 'ParticipantAssessed') continue;
          expect(registered.has(data.person) && !assessed.has(data.person)).toBe(true);
          assessed.add(data.person);
        }
      }),
    );
  });
});
