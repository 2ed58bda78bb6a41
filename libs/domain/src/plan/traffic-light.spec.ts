import fc from 'fast-check';
import { policy, type DraftPolicy } from '../policy';
import { givenFor } from '../testing/given';
import { trafficLight } from '.';

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
  const draft = (kind: string, content: object): DraftPolicy =>
    ({
      ...{ type: 'DraftPolicy', kind, content, title: 'x', effectiveFrom: '2015-01-01' },
      ...{ legalBasis: 'x', source: { id: 'x', citation: 'x' }, unconfirmed: [] },
      ...{ actor: { kind: 'person', id: 'drafter' }, at: '2025-01-01T00:00:00.000Z' },
    }) as unknown as DraftPolicy;
  const month = (id: string, of: number) => ({ id, month: of });
  const set = (...checkpoints: object[]) => ({ sets: [{ id: 'annual', checkpoints }] });

  it.each<[string, string, object]>([
    ['green that begins below yellow', 'plan-traffic-light', { greenFrom: '70', yellowFrom: '75' }],
    ['yellow from nothing on', 'plan-traffic-light', { greenFrom: '100', yellowFrom: '0' }],
    ['an edge that is no number', 'plan-traffic-light', { greenFrom: 'all', yellowFrom: '0' }],
    ['a month zero', 'plan-checkpoints', set(month('b00', 0))],
    ['a month after five years', 'plan-checkpoints', set(month('b61', 61))],
    ['months that do not rise', 'plan-checkpoints', set(month('b06', 6), month('b03', 3))],
    ['a checkpoint twice', 'plan-checkpoints', set(month('b03', 3), month('b03', 6))],
    ['a checkpoint nobody can name', 'plan-checkpoints', set(month('B 03', 3))],
    ['a set without checkpoints', 'plan-checkpoints', set()],
    [
      'a set nobody can name',
      'plan-checkpoints',
      { sets: [{ id: 'Annual', checkpoints: [month('b03', 3)] }] },
    ],
    ['a set twice', 'plan-checkpoints', { sets: [...set(month('b', 1)).sets, ...set().sets] }],
  ])('refuse %s', (_, kind, content) => {
    givenFor(policy)().when(draft(kind, content)).refused('policy.invalid-content');
  });
});
