import { deadlineRefusalCodes } from './deadline/refusal-codes';
import { disputeRefusalCodes } from './dispute/refusal-codes';
import { erasureRefusalCodes } from './erasure/refusal-codes';
import { evidenceRefusalCodes } from './evidence/refusal-codes';
import { complaintRefusalCodes } from './complaint/refusal-codes';
import { declarationRefusalCodes } from './declaration/refusal-codes';
import { gratificationRefusalCodes } from './gratification/refusal-codes';
import { feedRefusalCodes } from './feed/refusal-codes';
import { frameworkRefusalCodes } from './framework/refusal-codes';
import { informationRefusalCodes } from './information/refusal-codes';
import { indexRefusalCodes } from './indices/refusal-codes';
import { pactRefusalCodes } from './pact/refusal-codes';
import { planRefusalCodes } from './plan/refusal-codes';
import { policyRefusalCodes } from './policy/refusal-codes';
import { projectionRefusalCodes } from './projection/refusal-codes';
import { regionRefusalCodes } from './region/refusal-codes';
import { rolloutRefusalCodes } from './rollout/refusal-codes';
import { scorecardRefusalCodes } from './scorecard/refusal-codes';
import { supervisionRefusalCodes } from './supervision/refusal-codes';
import { trainingRefusalCodes } from './training/refusal-codes';
import { unitRefusalCodes } from './unit/refusal-codes';
import { zoneRefusalCodes } from './zone/refusal-codes';

/**
 * Every code a refusal can carry, context by context. They are public and stable: a code is added,
 * never renamed or reused for another rule.
 */
export const refusalCodes = [
  ...regionRefusalCodes,
  ...unitRefusalCodes,
  ...rolloutRefusalCodes,
  ...feedRefusalCodes,
  ...frameworkRefusalCodes,
  ...scorecardRefusalCodes,
  ...evidenceRefusalCodes,
  ...pactRefusalCodes,
  ...planRefusalCodes,
  ...trainingRefusalCodes,
  ...supervisionRefusalCodes,
  ...disputeRefusalCodes,
  ...projectionRefusalCodes,
  ...policyRefusalCodes,
  ...deadlineRefusalCodes,
  ...declarationRefusalCodes,
  ...indexRefusalCodes,
  ...informationRefusalCodes,
  ...zoneRefusalCodes,
  ...gratificationRefusalCodes,
  ...complaintRefusalCodes,
  ...erasureRefusalCodes,
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

type ContextOf<Code, Fault extends string> = Code extends `${infer Context}.${Fault}`
  ? Context
  : never;

/** The contexts whose codes include the given fault. */
export type ContextWith<Fault extends string> = ContextOf<RefusalCode, Fault>;
