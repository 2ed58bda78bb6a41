import { complaintBodies } from './bodies/complaint';
import { declarationBodies } from './bodies/declaration';
import { disputeBodies } from './bodies/dispute';
import { erasureBodies } from './bodies/erasure';
import { feedBodies } from './bodies/feed';
import { frameworkBodies } from './bodies/framework';
import { gratificationBodies } from './bodies/gratification';
import { indexBodies } from './bodies/indices';
import { informationBodies } from './bodies/information';
import { pactBodies } from './bodies/pact';
import { planBodies } from './bodies/plan';
import { policyBodies } from './bodies/policy';
import { projectionBodies } from './bodies/projection';
import { regionBodies } from './bodies/region';
import { rolloutBodies } from './bodies/rollout';
import { scorecardBodies } from './bodies/scorecard';
import { supervisionBodies } from './bodies/supervision';
import { trainingBodies } from './bodies/training';
import { unitBodies } from './bodies/unit';
import { internalZoneBodies, nationalZoneBodies, zoneBodies } from './bodies/zones';

/** A well-formed body with every field for every command route: what a mutation starts from. */
export const wellFormedBodies: Readonly<Record<string, object>> = {
  ...regionBodies,
  ...unitBodies,
  ...policyBodies,
  ...frameworkBodies,
  ...scorecardBodies,
  ...indexBodies,
  ...disputeBodies,
  ...pactBodies,
  ...planBodies,
  ...zoneBodies,
  ...internalZoneBodies,
  ...nationalZoneBodies,
  ...rolloutBodies,
  ...feedBodies,
  ...declarationBodies,
  ...gratificationBodies,
  ...complaintBodies,
  ...erasureBodies,
  ...informationBodies,
  ...trainingBodies,
  ...supervisionBodies,
  ...projectionBodies,
};
