export type * from './commands';
export {
  cycleStages,
  type CycleStage,
  type CycleState,
  isOpened,
  openDuring,
  regionOfCycle,
} from './cycle/state';
export { zoneCycle } from './cycle/zone-cycle';
export { zoneDeclaration } from './declaration/declaration';
export { declaredOn, type DeclarationState } from './declaration/state';
export type * from './events';
export type { CycleKey, UnitKey } from './key';
export type { ZoneMonitoring } from './policy/monitoring';
export type { Predicate } from './policy/predicate-name';
export { predicates } from './policy/predicate-name';
export type { Prerequisite, ZonePrerequisites } from './policy/prerequisites';
export type * from './policy/sheet';
export { isUnconfirmed } from './policy/unconfirmed';
export { type ProposalWindow, windowOf, type ZoneWindows } from './policy/window';
export { type HeldSpan, retainedFrom } from './predicate/held-span';
export { heldOn, type HeldPredicate, type PredicateHistory } from './predicate/state';
export { unitPredicate } from './predicate/unit-predicate';
export { type Answer, type AnswerSet, answerSets, type AnswerValue } from './sheet/answer';
export { type Check, checksOf, failed, type SheetInUse } from './sheet/checks';
export { type AreaScore as ZoneAreaScore, scoreOf, type ZoneScore } from './sheet/score';
