import fc from 'fast-check';
import type { PolicyOfKind } from '../policy';
import { mustBeUnsound } from '../testing/policies';
import { trafficLight } from '.';
import type { PlanCheckpoints } from './policy';

type CheckpointSet = PlanCheckpoints['sets'][number];

const practice = { greenFrom: '100', yellowFrom: '75' };

describe('the traffic light of an item', () => {
  it.each([
    ['50', '50', 'green'],
    ['50', '49.9999', 'yellow'],
    ['50', '37.5', 'yellow'],
    ['50', '37.4999', 'red'],
    ['33.3333', '24.999975', 'yellow'],
    ['50', '0', 'red'],
    ['0', '0', 'green'],
    ['50', null, 'none'],
    [null, '50', 'none'],
  ])('with a target of %s and %s reached is %s', (target, reached, light) => {
    expect(trafficLight(practice, target, reached)).toBe(light);
  });

  it('never gets worse when more is reached', () => {
    const order = ['red', 'yellow', 'green'];
    const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => String(n / 100));
    fc.assert(
      fc.property(percent, percent, percent, (target, a, b) => {
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        const rank = (reached: string): number =>
          order.indexOf(trafficLight(practice, target, reached));
        return rank(less) <= rank(more);
      }),
    );
  });
});

describe('the policies of action plans', () => {
  const light = (greenFrom: string, yellowFrom: string): PolicyOfKind => ({
    kind: 'plan-traffic-light',
    content: { greenFrom, yellowFrom },
  });
  const month = (id: string, of: number) => ({ id, month: of });
  const annual = (...checkpoints: CheckpointSet['checkpoints']) => ({ id: 'annual', checkpoints });
  const sets = (...list: CheckpointSet[]): PolicyOfKind => ({
    kind: 'plan-checkpoints',
    content: { sets: list },
  });

  it.each<[string, PolicyOfKind]>([
    ['green that begins below yellow', light('70', '75')],
    ['green that begins with yellow', light('75', '75')],
    ['yellow from nothing on', light('100', '0')],
    ['an edge that is no number', light('all', '75')],
    ['a month zero', sets(annual(month('b00', 0)))],
    ['a month after five years', sets(annual(month('b61', 61)))],
    ['months that do not rise', sets(annual(month('b06', 6), month('b03', 3)))],
    ['a checkpoint twice', sets(annual(month('b03', 3), month('b03', 6)))],
    ['a checkpoint nobody can name', sets(annual(month('B 03', 3)))],
    ['a set without checkpoints', sets(annual())],
    ['a set nobody can name', sets({ id: 'Annual', checkpoints: [month('b03', 3)] })],
    ['a set twice', sets(annual(month('b03', 3)), annual(month('b06', 6)))],
  ])('refuse %s', (_, content) => {
    mustBeUnsound(content);
  });
});
