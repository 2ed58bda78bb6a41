import {
  type Answer,
  type AnswerSet,
  answerSets,
  type Check,
  checksOf,
  type Predicate,
  scoreOf,
  type SheetInUse,
  type ZoneScore,
} from '@jejak/domain/zone';

import { continued } from '../continued';
import type { FoldedView } from '../view';
import { caseOf, type EventCases } from './event-cases';
import { zoneId } from './zone-id';

/** One of the three sets of answers of a cycle (LKE), scored as far as it goes. */
export interface LkeScorecard {
  readonly region: string;
  readonly unit: string;
  readonly year: number;
  readonly set: AnswerSet;
  readonly target: Predicate;
  readonly sheet: SheetInUse;
  readonly answers: readonly Answer[];
  readonly score: ZoneScore;
  /** Every threshold of the predicate aimed at, with the gap to it. */
  readonly checks: readonly Check[];
  readonly changedAt: string;
}

/** Identifier of one set of a cycle: `36.04-disdukcapil-2024.TPI`. */
export const lkeScorecardId = (zone: string, set: AnswerSet): string => `${zone}.${set}`;

/** One document per cycle and set. */
export const lkeScorecards: FoldedView<LkeScorecard> = {
  name: 'lke-scorecards',
  version: 1,
  eventTypes: ['UnitDesignated', 'ZoneQuestionsAnswered', 'SurveyResultRecorded'],
  documentsOf: ({ event }) => caseOf(sets, event) ?? [],
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'UnitDesignated') {
      const { region, unit, year, target, sheet } = event.data;
      const set = answerSets.find((one) => id.endsWith(`.${one}`)) ?? 'SELF';
      return scored({ region, unit, year, set, target, sheet }, [], recordedAt);
    }
    const before = continued(document, id);
    return scored(before, withAnswers(before.answers, caseOf(newAnswers, event) ?? []), recordedAt);
  },
  indexes: [{ region: 1, _id: 1 }],
};

const sets: EventCases<readonly string[]> = {
  UnitDesignated: (data) => answerSets.map((set) => lkeScorecardId(zoneId(data), set)),
  ZoneQuestionsAnswered: (data) => [lkeScorecardId(zoneId(data), data.set)],
  SurveyResultRecorded: (data) => [lkeScorecardId(zoneId(data), 'TPN')],
};

const newAnswers: EventCases<readonly Answer[]> = {
  ZoneQuestionsAnswered: ({ answers }) => answers,
  SurveyResultRecorded: ({ question, index, respondents, source }) => [
    { question, value: { kind: 'index', index, respondents }, evidence: [], note: source.citation },
  ],
};

/** A later answer of the same set replaces the earlier one. */
function withAnswers(before: readonly Answer[], later: readonly Answer[]): readonly Answer[] {
  const replaced = new Set(later.map(({ question }) => question));
  return [...before.filter(({ question }) => !replaced.has(question)), ...later];
}

type Opened = Pick<LkeScorecard, 'region' | 'unit' | 'year' | 'set' | 'target' | 'sheet'>;

function scored(
  { region, unit, year, set, target, sheet }: Opened,
  answers: readonly Answer[],
  changedAt: string,
): LkeScorecard {
  const score = scoreOf(sheet.content, answers);
  const checks = checksOf(sheet, target, score);
  return { region, unit, year, set, target, sheet, answers, score, checks, changedAt };
}
