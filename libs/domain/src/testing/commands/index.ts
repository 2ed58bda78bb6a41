import type fc from 'fast-check';

import { complaint, reporter } from '../../complaint';
import { deadline } from '../../deadline';
import { declaration, declarationStatistic } from '../../declaration';
import type { Decider, Decision } from '../../decider';
import type { StreamCategory } from '../../deciders';
import { dispute } from '../../dispute';
import type { JejakEvent } from '../../events';
import { erasure } from '../../erasure';
import { evidence } from '../../evidence';
import { feed, receivedEvent } from '../../feed';
import { framework } from '../../framework';
import { gratification } from '../../gratification';
import { index } from '../../indices';
import { information } from '../../information';
import { pact, pactBreach, pactCoverage, pactSigner, pactText } from '../../pact';
import { plan } from '../../plan';
import { policy } from '../../policy';
import { projection } from '../../projection';
import { region } from '../../region';
import { rollout } from '../../rollout';
import { scorecard } from '../../scorecard';
import { supervision } from '../../supervision';
import { training } from '../../training';
import { units } from '../../unit';
import { unitPredicate, zoneCycle, zoneDeclaration } from '../../zone';
import { historiesOf, throughJson } from '../histories';
import { approvedLater } from './approved-later';
import { complaintCommands, reporterCommands } from './complaint';
import { declarationCommands } from './declaration';
import { erasureCommands } from './erasure';
import { evidenceCommands } from './evidence';
import { feedCommands, receivedEventCommands } from './feed';
import { frameworkCommands } from './framework';
import { gratificationCommands } from './gratification';
import { informationCommands } from './information';
import { pactCommands } from './pact';
import {
  pactBreachCommands,
  pactCoverageCommands,
  pactSignerCommands,
  pactTextCommands,
} from './pact-cases';
import { planCommands } from './plan';
import { policyCommands } from './policy';
import { projectionCommands } from './projection';
import { regionCommands } from './region';
import { rolloutCommands } from './rollout';
import { scorecardCommands } from './scorecard';
import {
  deadlineCommands,
  declarationStatisticCommands,
  disputeCommands,
  indexCommands,
  zoneDeclarationCommands,
} from './single-facts';
import { supervisionCommands } from './supervision';
import { trainingCommands } from './training';
import { unitCommands } from './unit';
import { cycleCommands, predicateCommands } from './zone';

/** A history of which nothing is known but that some decider made it. */
export interface Told {
  readonly events: readonly JejakEvent[];
  readonly state: object;
  readonly decisions: readonly Decision<JejakEvent>[];
  /** Decides the same commands once more, they and the states they met having been through JSON. */
  readonly decideAgain: () => readonly Decision<JejakEvent>[];
}

const told = <State extends object, Command, Event extends JejakEvent>(
  decider: Decider<State, Command, Event>,
  commands: fc.Arbitrary<readonly Command[]>,
): fc.Arbitrary<Told> =>
  historiesOf(decider, commands).map(({ steps, events, state }) => ({
    events,
    state,
    decisions: steps.map(({ decision }) => decision),
    decideAgain: () =>
      steps.map(({ before, command }) => decider.decide(throughJson(before), throughJson(command))),
  }));

/** Histories of every kind of stream there is. */
export const histories: Readonly<Record<StreamCategory, fc.Arbitrary<Told>>> = {
  region: told(region, regionCommands),
  units: told(units, unitCommands),
  rollout: told(rollout, rolloutCommands),
  feed: told(feed, feedCommands),
  feedevent: told(receivedEvent, receivedEventCommands),
  policy: told(policy, policyCommands),
  framework: told(framework, frameworkCommands),
  scorecard: told(scorecard, scorecardCommands),
  evidence: told(evidence, evidenceCommands),
  pacttext: told(pactText, pactTextCommands),
  pact: told(pact, pactCommands),
  pactsigner: told(pactSigner, pactSignerCommands),
  pactcoverage: told(pactCoverage, pactCoverageCommands),
  pactbreach: told(pactBreach, pactBreachCommands),
  plan: told(plan, planCommands),
  training: told(training, trainingCommands),
  supervision: told(supervision, supervisionCommands),
  dispute: told(dispute, disputeCommands),
  projection: told(projection, projectionCommands),
  index: told(index, indexCommands),
  information: told(information, approvedLater(informationCommands)),
  deadline: told(deadline, deadlineCommands),
  declaration: told(declaration, approvedLater(declarationCommands)),
  declarationstatistic: told(declarationStatistic, declarationStatisticCommands),
  zonedeclaration: told(zoneDeclaration, zoneDeclarationCommands),
  zone: told(zoneCycle, cycleCommands),
  predicate: told(unitPredicate, predicateCommands),
  gratification: told(gratification, approvedLater(gratificationCommands)),
  complaint: told(complaint, approvedLater(complaintCommands)),
  reporter: told(reporter, reporterCommands),
  erasure: told(erasure, erasureCommands),
};
