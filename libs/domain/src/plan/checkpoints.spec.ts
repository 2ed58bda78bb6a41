import { givenFor } from '../testing/given';
import {
  targets,
  item,
  spip,
  adopt,
  adopted,
  report,
  reported,
  verify,
  verified,
  sendBack,
  returned,
  close,
  closed,
  nothing,
  frozen,
  revise,
  revised,
} from '../testing/plan-progress';
import { checkpointPolicy, trafficLightPolicy } from '../testing/plans';
import {
  plan,
  type AdoptActionPlan,
  type CheckpointResult,
  type CloseCheckpoint,
  type PlanItem,
} from '.';

const given = givenFor(plan);

describe('the checkpoints of a plan', () => {
  it('are the ends of the months that the policy in force names', () => {
    given().when(adopt()).then(adopted);
  });

  it('of two years reach into the second, and February ends when it ends', () => {
    const choice = { set: 'two-years', firstYear: 2023, policy: checkpointPolicy };
    const bare = { ...item, targets: [{ checkpoint: 'b14', target: '10' }] };
    given()
      .when(adopt({ items: [bare], checkpoints: choice }))
      .then({
        type: 'ActionPlanAdopted',
        data: {
          ...adopted.data,
          items: [
            {
              ...bare,
              targets: [
                { checkpoint: 'b14', target: '10' },
                { checkpoint: 'b24', target: null },
              ],
            },
          ],
          checkpoints: [
            { id: 'b14', dueOn: '2024-02-29' },
            { id: 'b24', dueOn: '2024-12-31' },
          ],
        },
      });
  });

  it('take targets in any order and keep theirs', () => {
    given()
      .when(adopt({ items: [{ ...item, targets: item.targets.toReversed() }, spip] }))
      .then(adopted);
  });

  const chosen = (change: object): Partial<AdoptActionPlan> => ({
    checkpoints: { set: 'annual', firstYear: 2025, policy: checkpointPolicy, ...change },
  });
  const aimingAt = (...list: PlanItem['targets']): Partial<AdoptActionPlan> => ({
    items: [{ ...item, targets: list }],
  });
  it.each<[string, Partial<AdoptActionPlan>]>([
    ['plan.policy-missing', chosen({ policy: null })],
    ['plan.checkpoint-set-unknown', chosen({ set: 'monthly' })],
    ['plan.invalid-year', chosen({ firstYear: 25 })],
    ['plan.checkpoint-unknown', aimingAt({ checkpoint: 'b15', target: '1' })],
    ['plan.checkpoint-unknown', { checkpoints: null }],
    [
      'plan.identifier-repeated',
      aimingAt({ checkpoint: 'b03', target: '1' }, { checkpoint: 'b03', target: '2' }),
    ],
    ['plan.targets-decrease', aimingAt(...targets('50', null, '49.9'))],
    ['plan.target-out-of-range', aimingAt(...targets('100.1'))],
    ['plan.invalid-decimal', aimingAt(...targets('half'))],
    ['plan.no-milestones', aimingAt(...targets())],
  ])('are refused with %s', (code, change) => {
    given().when(adopt(change)).refused(code);
  });
});

describe('closing a checkpoint', () => {
  it('writes down what stood, and counts a returned report as none', () => {
    const waiting = { ...nothing('gratification'), claimed: '62.5' };
    const found: CheckpointResult = { ...waiting, verified: '50', light: 'green' };
    given(adopted).when(close()).then(frozen);
    given(adopted, reported())
      .when(close())
      .then(closed(waiting, nothing('spip')));
    given(adopted, reported(), verified)
      .when(close())
      .then(closed(found, nothing('spip')));
    given(adopted, reported(), returned).when(close()).then(frozen);
  });

  it('keeps the colour by the policy of its day, and is refused where none applied', () => {
    const of = (greenFrom: string, yellowFrom: string) => ({
      ...trafficLightPolicy,
      version: 7,
      content: { greenFrom, yellowFrom },
    });
    const lights = (policy: CloseCheckpoint['policy']) => {
      const state = [adopted, reported(), verified].reduce(
        (before, event) => plan.evolve(before, event),
        plan.initialState(),
      );
      const decision = plan.decide(state, close({ policy }));
      if (decision.kind === 'refused') return decision.refusal.code;
      return decision.events.map(({ data }) => data);
    };
    expect(lights(of('120', '90'))).toMatchObject([
      { policyVersion: 7, results: [{ light: 'yellow' }, { light: 'none' }] },
    ]);
    expect(lights(of('200', '150'))).toMatchObject([{ results: [{ light: 'red' }, {}] }]);
    expect(lights(null)).toBe('plan.policy-missing');
  });

  it('waits for its day, and happens once', () => {
    given(adopted)
      .when(close({ closedOn: '2025-06-29' }))
      .refused('plan.checkpoint-not-due');
    given(adopted)
      .when(close({ closedOn: '2025-11-01' }))
      .refused('plan.future-date');
    given(adopted)
      .when(close({ checkpoint: 'b15' }))
      .refused('plan.checkpoint-unknown');
    given(adopted, frozen).when(close()).refused('plan.checkpoint-closed');
  });

  it('ends reports, verifications and returns at it, and at no other', () => {
    given(adopted, frozen).when(report()).refused('plan.checkpoint-closed');
    given(adopted, reported(), frozen).when(verify('inspector')).refused('plan.checkpoint-closed');
    given(adopted, reported(), verified, frozen)
      .when(sendBack('inspector'))
      .refused('plan.checkpoint-closed');
    given(adopted, frozen)
      .when(report({ checkpoint: 'b09' }))
      .then(reported({ checkpoint: 'b09' }));
  });

  it('ends revisions of what was aimed at by then, and of nothing after it', () => {
    const lower = { ...item, targets: targets('25', '40', null, '100') };
    const later = { ...item, targets: targets('25', '50', '60', '90') };
    given(adopted).when(revise(lower)).then(revised(lower));
    given(adopted, frozen).when(revise(lower)).refused('plan.checkpoint-closed');
    given(adopted, frozen)
      .when(revise({ ...item, targets: targets('25', null, null, '100') }))
      .refused('plan.checkpoint-closed');
    given(adopted, frozen).when(revise(later)).then(revised(later));
  });
});
