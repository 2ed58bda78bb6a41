import fc from 'fast-check';

import { complaintCommands, reporterCommands } from '../testing/commands/complaint';
import { historiesOf } from '../testing/histories';
import { complaint, type ComplaintEvent, mayRead, reporter } from '.';

const histories = historiesOf(complaint, complaintCommands);

/** What may directly follow what; readings and escalations stand between and change nothing. */
const successors: Readonly<Record<string, readonly string[]>> = {
  ComplaintFiled: ['ComplaintAcknowledged', 'ComplaintAssigned'],
  ComplaintAcknowledged: ['ComplaintAssigned'],
  ComplaintAssigned: ['ComplaintAssigned', 'ComplaintAnswered'],
  ComplaintAnswered: ['ComplaintClosed', 'ComplaintReopened'],
  ComplaintClosed: ['ComplaintReopened'],
  ComplaintReopened: ['ComplaintAssigned', 'ComplaintAnswered'],
};
const dayOf = ({ data }: ComplaintEvent): string | undefined =>
  Object.entries(data).find(([name]) => name.endsWith('On'))?.[1] as string | undefined;

describe('any history of commands on a complaint', () => {
  it('takes its steps in order only', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const steps = events.map(({ type }) => type).filter((type) => type in successors);
        expect(steps[0]).toBe('ComplaintFiled');
        steps.slice(1).forEach((type, place) => {
          expect(successors[steps[place]!]).toContain(type);
        });
      }),
    );
  });

  it('is dated in the order of its events', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const days = events.flatMap((event) => dayOf(event) ?? []);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('is closed without the reporter only when the time to reply is over', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        let replyBy: string | null = null;
        for (const event of events) {
          if (event.type === 'ComplaintAnswered') replyBy = event.data.replyBy;
          if (event.type !== 'ComplaintClosed' || event.data.ground === 'consent') continue;
          expect(replyBy).not.toBeNull();
          expect(event.data.closedOn > replyBy!).toBe(true);
        }
      }),
    );
  });

  it('says truly which answers were late: after the last day of the term that ran', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        let answerBy: string | null = null;
        for (const event of events) {
          if ('answerBy' in event.data) ({ answerBy } = event.data);
          if (event.type !== 'ComplaintAnswered') continue;
          expect(event.data.late).toBe(answerBy === null ? null : event.data.answeredOn > answerBy);
        }
      }),
    );
  });

  it('is read by nobody but the officer named last, once one was named', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        let handler: string | null = null;
        for (const event of events) {
          if (event.type === 'ComplaintAssigned') ({ handler } = event.data);
          if (event.type === 'ComplaintRead') {
            expect([null, event.data.readBy]).toContain(handler);
          }
        }
      }),
    );
  });
});

describe('any history of commands on the identity of a reporter', () => {
  it('has it read by the two who decided and nobody else, whatever was asked before', () => {
    fc.assert(
      fc.property(historiesOf(reporter, reporterCommands), ({ state, events }) => {
        const readers = ['ani', 'budi', 'citra'].filter((who) => mayRead(state, who));
        const unmasked = events.filter(({ type }) => type === 'ReporterUnmasked');
        expect(unmasked.length).toBeLessThanOrEqual(1);
        expect(readers).toHaveLength(2 * unmasked.length);
      }),
    );
  });
});
