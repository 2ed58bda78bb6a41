import type { JejakEvent } from '@jejak/domain';
import type {
  AnswerSet,
  Check,
  Predicate,
  PrerequisiteCheck,
  PrerequisitesChecked,
  ProposalWindow,
  PublishedCycleRecorded,
  SelfAssessmentSubmitted,
  UnitForm,
} from '@jejak/domain/zone';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';
import { caseOf, type EventCases } from './event-cases';
import { zoneId } from './zone-id';
import { cycleOfEvent, stepsOf, type ZoneStage, type ZoneStep, zoneEventTypes } from './zone-steps';

/** What a set of answers came to when it was closed. */
export interface ZoneResult {
  readonly total: string;
  readonly levers: string;
  readonly results: string;
  /** The thresholds that were not reached. */
  readonly missed: readonly Check[];
}

type Checked = Pick<PrerequisitesChecked['data'], 'checkedOn' | 'prerequisites'>;
type Publication = Omit<PublishedCycleRecorded['data'], 'region' | 'unit' | 'year'>;

/** One unit's cycle towards WBK or WBBM in one year. */
export interface ZoneDocument {
  readonly region: string;
  readonly province: string;
  readonly unit: string;
  readonly year: number;
  readonly unitName: string;
  readonly form: UnitForm | null;
  readonly target: Predicate | null;
  /** The last step that is known. */
  readonly stage: ZoneStage;
  readonly steps: readonly ZoneStep[];
  /** True where only publications tell of it: the steps in between are unknown. */
  readonly publishedOnly: boolean;
  readonly results: Readonly<Record<AnswerSet, ZoneResult | null>>;
  /** The last check; null before the first. */
  readonly prerequisites: readonly PrerequisiteCheck[] | null;
  /** Every check, in the order of recording. */
  readonly prerequisiteChecks: readonly Checked[];
  /** In which it was proposed, by that version of `zone-window`. */
  readonly window: (ProposalWindow & { readonly policyVersion: number }) | null;
  /** Why it was declined: what the unit is to work on (pembinaan). */
  readonly reasons: readonly string[];
  readonly overrideGround: string | null;
  readonly publications: readonly Publication[];
  readonly sheetVersion: number | null;
  /** Parts of the sheet that no source confirms. */
  readonly unconfirmed: readonly string[];
  readonly changedAt: string;
}

/** One document per cycle. */
export const zoneCycles: FoldedView<ZoneDocument> = {
  name: 'zone-cycles',
  version: 5,
  eventTypes: zoneEventTypes,
  documentsOf: ({ event }) => {
    const key = cycleOfEvent(event);
    return key === null ? [] : [zoneId(key)];
  },
  apply(document, { event, metadata }) {
    const before = document ?? newDocument(event);
    const steps = [...before.steps, ...newSteps(before, event)];
    return {
      ...before,
      ...caseOf(changes, event)?.(before),
      steps,
      stage: steps.at(-1)?.stage ?? before.stage,
      changedAt: metadata.recordedAt,
    };
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, year: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, year: 1, _id: 1 },
    { unit: 1, _id: 1 },
    { unit: 1, year: 1, _id: 1 },
    { year: 1, _id: 1 },
    { stage: 1, _id: 1 },
    { stage: 1, year: 1, _id: 1 },
    { target: 1, _id: 1 },
    { target: 1, year: 1, _id: 1 },
  ],
};

/** What a publication tells never stands among steps that were recorded. */
function newSteps({ steps, publishedOnly }: ZoneDocument, event: JejakEvent): readonly ZoneStep[] {
  if (event.type === 'PublishedCycleRecorded' && !publishedOnly) return [];
  return stepsOf(event).filter(({ stage }) => steps.every((step) => step.stage !== stage));
}

const nothingYet = {
  form: null,
  target: null,
  stage: 'declared',
  steps: [],
  publishedOnly: true,
  results: { SELF: null, TPI: null, TPN: null },
  prerequisites: null,
  prerequisiteChecks: [],
  window: null,
  reasons: [],
  overrideGround: null,
  publications: [],
  sheetVersion: null,
  unconfirmed: [],
  changedAt: '',
} as const satisfies Partial<ZoneDocument>;

/** Throws for an event that opens no cycle: it is for the runtime to park. */
function newDocument({ type, data }: JejakEvent): ZoneDocument {
  if (
    type === 'UnitDesignated' ||
    type === 'PublishedCycleRecorded' ||
    type === 'PublishedPredicateRecorded'
  ) {
    const { region, unit, year, unitName } = data;
    return { region, province: provinceOf(region), unit, year, unitName, ...nothingYet };
  }
  throw new Error(`Nothing was recorded about a cycle before ${type}`);
}

type Scored = Pick<SelfAssessmentSubmitted['data'], 'score' | 'checks'>;

const resultOf = ({ score, checks }: Scored): ZoneResult => ({
  total: score.total,
  levers: score.levers,
  results: score.results,
  missed: checks.filter(({ passed }) => !passed),
});

type Change = (before: ZoneDocument) => Partial<ZoneDocument>;

/** What an event changes beside the steps. */
const changes: EventCases<Change> = {
  UnitDesignated:
    ({ unitName, form, target, sheetVersion, sheet: { unconfirmed } }) =>
    () => ({ unitName, form, target, sheetVersion, unconfirmed, publishedOnly: false }),
  SelfAssessmentSubmitted:
    (data) =>
    ({ results }) => ({ results: { ...results, SELF: resultOf(data) } }),
  InternalReviewCompleted:
    (data) =>
    ({ results }) => ({ results: { ...results, TPI: resultOf(data) } }),
  PredicateRecommended:
    (data) =>
    ({ results }) => ({
      results: { ...results, TPN: resultOf(data) },
      overrideGround: data.overrideGround,
    }),
  PrerequisitesChecked:
    ({ checkedOn, prerequisites }) =>
    ({ prerequisiteChecks: before }) => ({
      prerequisites,
      prerequisiteChecks: [...before, { checkedOn, prerequisites }],
    }),
  UnitProposed:
    ({ window, policyVersion }) =>
    () => ({ window: { ...window, policyVersion } }),
  ProposalDeclined:
    ({ reasons }) =>
    () => ({ reasons }),
  PublishedCycleRecorded:
    ({ unitName, target, declaredOn, outcome, outcomeOn, note, source }) =>
    ({ publications }) => ({
      publications: [
        ...publications,
        { unitName, target, declaredOn, outcome, outcomeOn, note, source },
      ],
    }),
};
