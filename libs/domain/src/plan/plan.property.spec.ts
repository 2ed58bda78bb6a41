import fc from 'fast-check';
import { adoptBanten2017, at, banten2017 } from '../testing/plans';
import { plan, type PlanCommand, type PlanEvent, type PlanState } from '.';

const actor = fc
  .constantFrom('ani', 'budi', 'citra')
  .map((id) => ({ kind: 'person', id }) as const);
const budget = banten2017.items[0]!;
const [first, second, third] = budget.milestones;

const step = fc.record({
  actor,
  at: fc.constant(at),
  item: fc.constant('budget'),
  milestone: fc.constantFrom('b03', 'b06', 'b12'),
});
const evidence = [{ sha256: 'ef'.repeat(32), title: 'Minutes' }];

const command: fc.Arbitrary<PlanCommand> = fc.oneof(
  step.map<PlanCommand>((fields) => ({
    type: 'ReportMilestone',
    ...fields,
    metOn: '2017-03-31',
    evidence,
    note: null,
  })),
  step.map<PlanCommand>((fields) => ({ type: 'VerifyMilestone', ...fields, note: null })),
  step.map<PlanCommand>((fields) => ({ type: 'ReturnMilestone', ...fields, reason: 'unsigned' })),
  fc
    .record({ actor, which: fc.constantFrom([first!], [first!, second!], [second!, third!]) })
    .map<PlanCommand>(({ actor: by, which }) => ({
      type: 'RevisePlanItem',
      actor: by,
      at,
      item: { ...budget, milestones: which },
      reason: 'moved',
      approval: '1/2017',
    })),
);

function run(commands: readonly PlanCommand[]): { state: PlanState; events: PlanEvent[] } {
  const events: PlanEvent[] = [];
  let state = plan.initialState();
  for (const next of [adoptBanten2017, ...commands]) {
    const decision = plan.decide(state, next);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((before, event) => plan.evolve(before, event), state);
  }
  return { state, events };
}

const histories = fc.array(command, { maxLength: 40 }).map(run);

describe('any history of commands on a plan', () => {
  it('never has a milestone verified by its last reporter', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const reporter = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'MilestoneReported') {
            reporter.set(event.data.milestone, event.data.reportedBy);
          }
          return (
            event.type !== 'MilestoneVerified' ||
            (reporter.has(event.data.milestone) &&
              reporter.get(event.data.milestone) !== event.data.verifiedBy)
          );
        });
      }),
    );
  });

  it('never removes a milestone that was verified', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        const verified = events.filter((event) => event.type === 'MilestoneVerified');
        if (state.status === 'unadopted') return verified.length === 0;
        const kept = state.items[0]!.milestones;
        return verified.every(({ data }) =>
          kept.some(({ id, progress }) => id === data.milestone && progress.status === 'verified'),
        );
      }),
    );
  });

  it('folds to the same state again, which survives JSON', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        const again = events.reduce(
          (before, event) => plan.evolve(before, event),
          plan.initialState(),
        );
        expect(again).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
