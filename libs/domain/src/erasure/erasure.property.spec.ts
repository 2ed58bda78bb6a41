import fc from 'fast-check';

import { addDays } from '../calendar';
import { erasureCommands } from '../testing/commands/erasure';
import { historiesOf } from '../testing/histories';
import { erasure, mayShred } from '.';

const histories = historiesOf(erasure, erasureCommands);

describe('any history of commands on the erasure of a subject', () => {
  it('destroys a key at most once, last, and after another person granted it', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const places = events.flatMap(({ type }, place) =>
          type === 'SubjectKeyShredded' ? [place] : [],
        );
        if (places.length === 0) return;
        expect(places).toEqual([events.length - 1]);
        const [granted, shredded] = events.slice(-2);
        expect([granted?.type, shredded?.type]).toEqual(['ErasureGranted', 'SubjectKeyShredded']);
        if (granted?.type !== 'ErasureGranted' || shredded?.type !== 'SubjectKeyShredded') return;
        expect(shredded.data.shreddedBy).not.toBe(granted.data.decidedBy);
      }),
    );
  });

  it('numbers its requests from 1, decides each at most once and keeps one open at a time', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const requests = events.filter(({ type }) => type === 'ErasureRequested');
        expect(requests.map(({ data }) => data.request)).toEqual(requests.map((_, at) => at + 1));
        for (const { data } of requests) {
          const types = events
            .filter((event) => event.data.request === data.request)
            .map(({ type }) => type);
          expect([
            ['ErasureRequested'],
            ['ErasureRequested', 'ErasureRefused'],
            ['ErasureRequested', 'ErasureGranted'],
            ['ErasureRequested', 'ErasureGranted', 'SubjectKeyShredded'],
          ]).toContainEqual(types);
        }
      }),
    );
  });

  it('gives three calendar days, refuses on a ground only, and says truly what was late', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        let executeBy = '';
        for (const event of events) {
          if (event.type === 'ErasureRequested') {
            ({ executeBy } = event.data);
            expect(executeBy).toBe(addDays(event.data.receivedOn, 3));
          }
          if (event.type !== 'ErasureRefused') continue;
          expect(event.data.ground.text).not.toBe('');
          expect(event.data.law).not.toBe('');
          expect(event.data.late).toBe(event.data.decidedOn > executeBy);
        }
      }),
    );
  });

  it('is dated in the order of its events', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const days = events.flatMap(({ data }) => {
          if ('receivedOn' in data) return [data.receivedOn];
          return 'decidedOn' in data ? [data.decidedOn] : [];
        });
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('lets a key be destroyed by exactly whom it then records', () => {
    fc.assert(
      fc.property(histories, ({ steps }) => {
        for (const { before, command, decision } of steps) {
          if (command.type !== 'ShredSubjectKey') continue;
          expect(mayShred(before, command.actor.id)).toBe(decision.kind === 'accepted');
        }
      }),
    );
  });
});
