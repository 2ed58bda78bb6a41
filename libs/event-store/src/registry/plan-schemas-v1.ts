import type {
  ActionPlanAdopted,
  CheckpointClosed,
  CheckpointResult,
  Milestone,
  PlanItem,
  PlanItemRevised,
} from '@jejak/domain/plan/events';

import { calendarDate, decimalText, source } from './common-shapes';
import { record } from './record';
import { integer, list, nullable, text } from './shape';

export const milestone = record<Milestone>({
  id: text,
  title: text,
  dueOn: nullable(calendarDate),
  target: nullable(decimalText),
});

/** An item of the first version: plans then had milestones and no checkpoints. */
type ItemOfFirstPlans = Omit<PlanItem, 'targets'>;

export type AdoptedWithoutCheckpoints = Omit<
  ActionPlanAdopted['data'],
  'items' | 'checkpoints' | 'checkpointPolicy'
> & { readonly items: readonly ItemOfFirstPlans[] };

export type RevisedWithoutTargets = Omit<PlanItemRevised['data'], 'item'> & {
  readonly item: ItemOfFirstPlans;
};

export const itemOfFirstPlans = record<ItemOfFirstPlans>({
  id: text,
  title: text,
  measure: nullable(text),
  owner: nullable(text),
  milestones: list(milestone),
});

export const adoptedWithoutCheckpoints = record<AdoptedWithoutCheckpoints>({
  plan: text,
  region: text,
  period: text,
  decree: nullable(text),
  items: list(itemOfFirstPlans),
  announcedItemCount: nullable(integer),
  source: nullable(source),
});

/** What the first version left out was not there: no target at any checkpoint. */
export const itemWithTargets = (item: ItemOfFirstPlans): PlanItem => ({ ...item, targets: [] });

export const percentages = {
  item: text,
  claimed: nullable(decimalText),
  verified: nullable(decimalText),
};

export const closing = {
  plan: text,
  region: text,
  checkpoint: text,
  closedOn: calendarDate,
  closedBy: text,
};

type ResultWithoutColour = Omit<CheckpointResult, 'light'>;

/** The first version said what was reached, and left its colour to be worked out. */
type ClosedWithoutColours = Omit<CheckpointClosed['data'], 'policyVersion' | 'results'> & {
  readonly results: readonly ResultWithoutColour[];
};

export const closedWithoutColours = record<ClosedWithoutColours>({
  ...closing,
  results: list(record<ResultWithoutColour>(percentages)),
});
