import fc from 'fast-check';

import type { PlanCommand } from '../../plan';
import { people, sequencesOf } from '../histories';
import { adoptBanten2017, at, budget, checkpointPolicy, trafficLightPolicy } from '../plans';

const { milestones } = budget;
const evidence = [{ sha256: 'ef'.repeat(32), title: 'Minutes' }];

const step = fc.record({
  actor: people,
  at: fc.constant(at),
  item: fc.constant('budget'),
  milestone: fc.constantFrom('b03', 'b06', 'b12'),
});
const revision = { type: 'RevisePlanItem', at, reason: 'moved', approval: '1/2017' } as const;

const atMilestone: fc.Arbitrary<PlanCommand> = fc.oneof(
  step.map<PlanCommand>((fields) => ({
    ...{ type: 'ReportMilestone', ...fields, metOn: '2017-03-31', evidence, note: null },
  })),
  step.map<PlanCommand>((fields) => ({ type: 'VerifyMilestone', ...fields, note: null })),
  step.map<PlanCommand>((fields) => ({ type: 'ReturnMilestone', ...fields, reason: 'unsigned' })),
  fc
    .record({ actor: people, from: fc.nat(1), to: fc.integer({ min: 1, max: 3 }) })
    .map<PlanCommand>(({ actor, from, to }) => ({
      ...revision,
      actor,
      item: { ...budget, milestones: milestones.slice(from, to) },
    })),
);

const checkpoint = fc.constantFrom('b03', 'b06', 'b09');
const percent = fc.constantFrom('0', '25', '62.5', '100', '120');
const claim = fc
  .record({ actor: people, checkpoint })
  .map((fields) => ({ ...fields, at, item: 'budget' }));

const atCheckpoint: fc.Arbitrary<PlanCommand> = fc.oneof(
  fc.tuple(claim, percent).map<PlanCommand>(([fields, claimed]) => ({
    ...{ type: 'ReportProgress', ...fields, claimed, evidence, note: null },
    reportedOn: '2017-03-31',
  })),
  fc.tuple(claim, percent).map<PlanCommand>(([fields, verified]) => ({
    ...{ type: 'VerifyProgress', ...fields, verified, note: null },
  })),
  claim.map<PlanCommand>((fields) => ({
    ...{ type: 'ReturnProgress', ...fields, reason: 'unsigned' },
  })),
  fc
    .record({ actor: people, checkpoint, policy: fc.constantFrom(trafficLightPolicy, null) })
    .map<PlanCommand>((fields) => ({
      ...{ type: 'CloseCheckpoint', ...fields, at, closedOn: '2017-10-31' },
    })),
  fc
    .record({ actor: people, checkpoint, target: percent })
    .map<PlanCommand>(({ actor, ...target }) => ({
      ...revision,
      actor,
      item: { ...budget, targets: [target] },
    })),
);

const aside: fc.Arbitrary<PlanCommand> = fc.oneof(
  fc
    .record({ actor: people, to: fc.constantFrom('BPKAD', 'Inspektorat') })
    .map<PlanCommand>((fields) => ({
      ...{ type: 'ReassignPlanItem', ...fields, at, item: 'budget', reason: 'new tasks' },
    })),
  fc
    .record({ actor: people, status: fc.constantFrom('in-review', 'partial') })
    .map<PlanCommand>((fields) => ({
      ...{ type: 'SetPlanItemStatus', ...fields, at, item: 'budget', note: null },
    })),
  people.map<PlanCommand>((actor) => ({
    ...{ type: 'FormTaskForce', actor, at, name: 'Satgas', decree: null, formedOn: null },
    ...{ members: [], source: null },
  })),
);

export const milestoneCommands = sequencesOf(atMilestone, 40, adoptBanten2017);

export const checkpointCommands = sequencesOf(atCheckpoint, 60, {
  ...adoptBanten2017,
  checkpoints: { set: 'annual', firstYear: 2017, policy: checkpointPolicy },
});

export const planCommands = sequencesOf(fc.oneof(atMilestone, atCheckpoint, aside), 40, {
  ...adoptBanten2017,
  checkpoints: { set: 'annual', firstYear: 2017, policy: checkpointPolicy },
});
