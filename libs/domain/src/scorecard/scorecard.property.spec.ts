import fc from 'fast-check';

import { scorecardCommands } from '../testing/commands/scorecard';
import { historiesOf } from '../testing/histories';
import { compareDecimals, differenceOf } from '../values/decimal';
import { scorecard } from '.';

const histories = historiesOf(scorecard, scorecardCommands);

describe('any history of commands on a scorecard', () => {
  it('is finalised at most once, after which no figure of it changes but by amendment', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const types = events.map(({ type }) => type);
        const end = types.indexOf('ScorecardFinalised');
        if (end === -1) return;
        const later = types.slice(end + 1);
        for (const type of [
          'ScorecardFinalised',
          'IndicatorScored',
          'AreaScoresRecorded',
        ] as const) {
          expect(later).not.toContain(type);
        }
        expect(later).not.toContain('CycleClosed');
      }),
    );
  });

  it('computes what lies in the scale, and never what somebody published', () => {
    fc.assert(
      fc.property(histories, ({ steps }) => {
        for (const { command, decision } of steps) {
          if (decision.kind === 'refused') continue;
          for (const event of decision.events) {
            if (event.type === 'ScorecardFinalised') {
              expect(compareDecimals(event.data.computed ?? '0', '0')).toBeGreaterThanOrEqual(0);
              expect(compareDecimals(event.data.computed ?? '0', '100')).toBeLessThanOrEqual(0);
            }
            if (event.type !== 'PublishedScoreRecorded') continue;
            const { computed, value, difference } = event.data;
            expect(command.type).toBe('RecordPublishedScore');
            expect(difference).toBe(computed && differenceOf(computed, value));
          }
        }
      }),
    );
  });

  it('has one lead for every part, whom the next one replaces', () => {
    fc.assert(
      fc.property(histories, ({ events, state }) => {
        const leads = new Map<string, string>();
        for (const { type, data } of events) {
          if (type !== 'IndicatorAssigned') continue;
          const part = JSON.stringify([data.area, data.indicator, data.subIndicator]);
          expect(data.replaces).toBe(leads.get(part) ?? null);
          expect(data.unit).not.toBe(data.replaces);
          leads.set(part, data.unit);
        }
        const known = state.status === 'unopened' ? [] : state.assignments;
        expect(known.map(({ unit }) => unit).sort()).toEqual([...leads.values()].sort());
      }),
    );
  });

  it('numbers what was published from one on, and keeps every figure beside its amendment', () => {
    fc.assert(
      fc.property(histories, ({ events, state }) => {
        const published = events.filter((event) => event.type === 'PublishedScoreRecorded');
        expect(published.map(({ data }) => data.publication)).toEqual(
          published.map((_, place) => place + 1),
        );
        if (state.status === 'unopened') return;
        expect(state.publications.map(({ value }) => value)).toEqual(
          published.map(({ data }) => data.value),
        );
      }),
    );
  });
});
