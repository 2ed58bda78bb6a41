import fc from 'fast-check';
import { adoptBanten2017, at, banten2017, checkpointPolicy } from '../testing/plans';
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

const checkpoint = fc.constantFrom('b03', 'b06', 'b09');
const percent = fc.constantFrom('0', '25', '62.5', '100', '120');
const claim = fc.record({ actor, checkpoint, percent }).map(({ actor: by, ...rest }) => ({
  ...{ actor: by, at, item: 'budget', checkpoint: rest.checkpoint },
  percent: rest.percent,
}));

const checkpointCommand: fc.Arbitrary<PlanCommand> = fc.oneof(
  claim.map<PlanCommand>(({ percent: claimed, ...fields }) => ({
    ...{ type: 'ReportProgress', ...fields, claimed, evidence, note: null },
    reportedOn: '2017-03-31',
  })),
  claim.map<PlanCommand>(({ percent: verified, ...fields }) => ({
    ...{ type: 'VerifyProgress', ...fields, verified, note: null },
  })),
  claim.map<PlanCommand>(({ percent: _, ...fields }) => ({
    ...{ type: 'ReturnProgress', ...fields, reason: 'unsigned' },
  })),
  fc.record({ actor, checkpoint }).map<PlanCommand>((fields) => ({
    ...{ type: 'CloseCheckpoint', ...fields, at, closedOn: '2017-10-31' },
  })),
  fc
    .record({ actor, checkpoint, target: percent })
    .map<PlanCommand>(({ actor: by, ...target }) => ({
      ...{ type: 'RevisePlanItem', actor: by, at, reason: 'moved', approval: '1/2017' },
      item: { ...budget, targets: [target] },
    })),
);

const adoptWithCheckpoints: PlanCommand = {
  ...adoptBanten2017,
  checkpoints: { set: 'annual', firstYear: 2017, policy: checkpointPolicy },
};

function run(
  commands: readonly PlanCommand[],
  adopt: PlanCommand = adoptBanten2017,
): { state: PlanState; events: PlanEvent[] } {
  const events: PlanEvent[] = [];
  let state = plan.initialState();
  for (const next of [adopt, ...commands]) {
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

describe('any history of commands at the checkpoints of a plan', () => {
  const checkpointHistories = fc
    .array(checkpointCommand, { maxLength: 60 })
    .map((commands) => run(commands, adoptWithCheckpoints));
  const isAt = (event: PlanEvent, id: string): boolean =>
    'checkpoint' in event.data && event.data.checkpoint === id;

  it('leaves a closed checkpoint as it was closed', () => {
    fc.assert(
      fc.property(checkpointHistories, ({ state, events }) => {
        if (state.status === 'unadopted') return false;
        return events.every((event, place) => {
          if (event.type !== 'CheckpointClosed') return true;
          const { checkpoint: id, results } = event.data;
          const target = state.items[0]?.targets.find((one) => one.checkpoint === id);
          const verified = target?.progress.status === 'verified' ? target.progress.verified : null;
          return (
            !events.slice(place + 1).some((later) => isAt(later, id)) &&
            results[0]?.verified === verified
          );
        });
      }),
    );
  });

  it('never has progress verified by its last reporter, nor beyond everything', () => {
    fc.assert(
      fc.property(checkpointHistories, ({ events }) => {
        const reporter = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'ProgressReported') {
            reporter.set(event.data.checkpoint, event.data.reportedBy);
          }
          return (
            event.type !== 'ProgressVerified' ||
            (reporter.has(event.data.checkpoint) &&
              reporter.get(event.data.checkpoint) !== event.data.verifiedBy &&
              Number(event.data.verified) <= 100)
          );
        });
      }),
    );
  });

  it('folds to the same state again, which survives JSON', () => {
    fc.assert(
      fc.property(checkpointHistories, ({ state, events }) => {
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
