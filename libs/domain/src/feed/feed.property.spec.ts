import fc from 'fast-check';

import { feedCommands, receivedEventCommands } from '../testing/commands/feed';
import { historiesOf } from '../testing/histories';
import { feed, receivedEvent } from '.';

describe('any history of a source', () => {
  const histories = historiesOf(feed, feedCommands);

  it('is registered once and first, and has nothing defined after it was retired', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const types = events.map(({ type }) => type);
        expect(types.lastIndexOf('FeedSourceRegistered')).toBe(types.length > 0 ? 0 : -1);
        const end = types.indexOf('FeedSourceRetired');
        expect([-1, types.length - 1]).toContain(end);
      }),
    );
  });

  it('defines each type in versions from one on, of which no two that follow say the same', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const last = new Map<string, { version: number; said: string }>();
        for (const { type, data } of events) {
          if (type !== 'FeedTypeDefined') continue;
          const said = JSON.stringify([data.schema, data.mapping]);
          const before = last.get(data.type);
          expect(data.version).toBe((before?.version ?? 0) + 1);
          expect(said).not.toBe(before?.said);
          last.set(data.type, { version: data.version, said });
        }
      }),
    );
  });
});

describe('any history of what one source sends under one identifier', () => {
  const histories = historiesOf(receivedEvent, receivedEventCommands);

  it('is received once, and taken in at most once: at sight, or replayed from quarantine', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        expect([
          '',
          'FeedEventAccepted',
          'FeedEventQuarantined',
          'FeedEventQuarantined FeedEventReplayed',
        ]).toContain(events.map(({ type }) => type).join(' '));
      }),
    );
  });

  it('takes nothing in that its definition does not allow', () => {
    fc.assert(
      fc.property(histories, ({ steps }) => {
        for (const { command, decision } of steps) {
          if (decision.kind === 'refused') continue;
          const types = decision.events.map(({ type }) => type);
          expect(types).toEqual(
            command.verdict.kind === 'unfit'
              ? ['FeedEventQuarantined']
              : [command.type === 'ReceiveFeedEvent' ? 'FeedEventAccepted' : 'FeedEventReplayed'],
          );
        }
      }),
    );
  });
});
