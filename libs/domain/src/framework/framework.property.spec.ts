import fc from 'fast-check';

import { frameworkCommands } from '../testing/commands/framework';
import { mcp2019 } from '../testing/frameworks';
import { historiesOf } from '../testing/histories';
import { compareDecimals } from '../values/decimal';
import { bandOf, framework } from '.';

describe('any history of commands on a framework', () => {
  it('publishes versions from one on, each approved by another than drafted it', () => {
    fc.assert(
      fc.property(historiesOf(framework, frameworkCommands), ({ state: { published } }) => {
        expect(published.map(({ version }) => version)).toEqual(
          published.map((_, place) => place + 1),
        );
        expect(published.some((one) => one.approvedBy === one.draftedBy)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('publishes only what was named by its number and digest', () => {
    fc.assert(
      fc.property(historiesOf(framework, frameworkCommands), ({ steps }) => {
        for (const { before, command, decision } of steps) {
          if (command.type !== 'PublishFramework' || decision.kind === 'refused') continue;
          const { version, contentSha256 } = command;
          expect(before.draft).toMatchObject({ version, contentSha256 });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('publishes nothing whose bands leave a gap or end before the scale does', () => {
    fc.assert(
      fc.property(historiesOf(framework, frameworkCommands), ({ state: { published } }) => {
        for (const { content } of published) {
          const bands = (content.bands ?? []).toSorted((a, b) => compareDecimals(a.from, b.from));
          expect([...bands.map(({ from }) => from), content.scale.maximum]).toEqual([
            content.scale.minimum,
            ...bands.map(({ to }) => to),
          ]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the bands of a scale', () => {
  const hundredths = fc.integer({ min: 0, max: 10_000 });
  const order = ['red', 'yellow', 'blue', 'green'];
  const placeOf = (value: number): number =>
    order.indexOf(bandOf(mcp2019.bands, String(value / 100)) ?? '');

  it('put an edge into the upper one, and what lies a hundredth below into the lower', () => {
    for (const [place, edge] of [2500, 5000, 7500].entries()) {
      expect([placeOf(edge - 1), placeOf(edge)]).toEqual([place, place + 1]);
    }
  });

  it('never put more into a lower one', () => {
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(placeOf(Math.max(a, b))).toBeGreaterThanOrEqual(placeOf(Math.min(a, b)));
        expect(placeOf(a)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
