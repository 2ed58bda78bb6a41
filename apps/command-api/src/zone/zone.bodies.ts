import { type PublishedOutcome, type UnitForm } from '@jejak/domain/zone';

import {
  ChoiceField,
  DayField,
  DecimalField,
  IntegerField,
  ListField,
  ObjectField,
  SlugField,
  TextField,
  TextListField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, SourceBody } from '../edge/parts';

export const predicateNames = ['WBK', 'WBBM'] as const;

export class CoverageBody {
  @IntegerField({ description: 'Staff.', example: 120, minimum: 0, maximum: 10_000_000 })
  staff!: number;

  @IntegerField({
    description: 'Staff who have signed their integrity pact.',
    example: 118,
    minimum: 0,
    maximum: 10_000_000,
  })
  signed!: number;
}

export class DeclareZoneBody extends CommandBody {
  @DayField({ description: 'Day of the declaration (pencanangan).', example: '2021-03-01' })
  declaredOn!: string;

  @TextField({ description: 'Where it was published.', example: 'serangkab.go.id, 2021-03-01' })
  publication!: string;

  @TextListField({
    description: 'Outside witnesses of the charter: KPK, Ombudsman, the community.',
    example: ['Ombudsman Banten'],
    optional: true,
  })
  witnesses?: string[] | null;

  @ObjectField({ description: 'How many of the staff have signed.', of: CoverageBody })
  coverage!: CoverageBody;

  @ObjectField({ description: 'Where this was read.', of: SourceBody, optional: true })
  source?: SourceBody | null;
}

export class RecordCoverageBody extends CommandBody {
  @DayField({ description: 'Day of the count.', example: '2021-06-01' })
  asOf!: string;

  @ObjectField({ description: 'How many of the staff have signed.', of: CoverageBody })
  coverage!: CoverageBody;
}

export class GroundsBody {
  @TextField({ description: 'Its strategic public service.', example: 'Civil registration' })
  strategicService!: string;

  @TextField({ description: 'The resources it manages.', example: 'Twelve counters' })
  sizeableResources!: string;

  @TextField({ description: 'Reform already carried out in it.', example: 'Since 2020' })
  reformCarriedOut!: string;
}

export class DesignateUnitBody extends CommandBody {
  @TextField({ description: 'Name of the unit.', example: 'Disdukcapil' })
  unitName!: string;

  @ChoiceField({
    description: 'A work unit, or an area of units of several agencies (kawasan).',
    example: 'work-unit',
    of: ['work-unit', 'integrated-area'] satisfies UnitForm[],
  })
  form!: UnitForm;

  @ChoiceField({ description: 'Predicate aimed at.', example: 'WBK', of: predicateNames })
  target!: (typeof predicateNames)[number];

  @DayField({ description: 'Day of the decision.', example: '2024-01-15' })
  designatedOn!: string;

  @TextField({ description: 'Number of the decision.', example: 'SK-1/2024' })
  decree!: string;

  @ObjectField({ description: 'How the unit meets each criterion.', of: GroundsBody })
  grounds!: GroundsBody;
}

export class StartBuildingBody extends CommandBody {
  @DayField({ description: 'First day; may lie before the designation.', example: '2023-02-01' })
  startedOn!: string;

  @ObjectField({ description: 'The work plan.', of: EvidenceBody })
  workPlan!: EvidenceBody;

  @TextListField({
    description: 'Agents of change.',
    example: ['Head of registration'],
    optional: true,
  })
  agents?: string[] | null;
}

export class SubmitSelfAssessmentBody extends CommandBody {
  @DayField({ description: 'Day of the submission.', example: '2024-06-01' })
  submittedOn!: string;
}

export class ReviewerBody {
  @TextField({ description: 'Name.', example: 'A. Auditor' })
  name!: string;

  @SlugField({ description: 'Office; never the unit itself.', example: 'inspektorat' })
  office!: string;
}

export class CompleteReviewBody extends CommandBody {
  @DayField({ description: 'Day on which it was complete.', example: '2024-07-01' })
  completedOn!: string;

  @ListField({ description: 'Members of the internal team (TPI).', of: ReviewerBody, maximum: 50 })
  reviewers!: ReviewerBody[];
}

export class PrerequisiteValueBody {
  @SlugField({ description: 'Prerequisite, as the policy names it.', example: 'akip' })
  id!: string;

  @TextField({
    description: 'A grade, a percentage, or yes or no.',
    example: 'B',
    maxLength: 40,
  })
  value!: string;

  @DayField({ description: 'Day it was so.', example: '2023-12-31' })
  asOf!: string;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class CheckPrerequisitesBody extends CommandBody {
  @DayField({ description: 'Day of the check.', example: '2024-07-02' })
  checkedOn!: string;

  @ListField({
    description: 'What is known; what is left out is not met.',
    of: PrerequisiteValueBody,
    maximum: 100,
  })
  values!: PrerequisiteValueBody[];
}

export class ProposeUnitBody extends CommandBody {
  @DayField({ description: 'Day of the proposal.', example: '2024-07-18' })
  proposedOn!: string;

  @TextField({ description: 'Number of the letter.', example: 'S-1/2024' })
  letter!: string;
}

export class RecordEvaluationBody extends CommandBody {
  @DayField({ description: 'Day of the step.', example: '2024-09-01' })
  evaluatedOn!: string;

  @TextField({
    description: 'What was found.',
    example: 'Every document was there.',
    maxLength: 2000,
    manyLines: true,
  })
  findings!: string;

  @ListField({ description: 'Minutes and the like.', of: EvidenceBody, optional: true })
  evidence?: EvidenceBody[] | null;
}

export class RecommendBody extends CommandBody {
  @DayField({ description: 'Day of the panel.', example: '2024-11-01' })
  recommendedOn!: string;

  @TextField({
    description: 'Legal ground on which missed thresholds are passed over; none where all pass.',
    example: 'Letter of the Minister 1/2024',
    optional: true,
  })
  overrideGround?: string | null;
}

export class DeclineBody extends CommandBody {
  @DayField({ description: 'Day of the decision.', example: '2024-11-01' })
  declinedOn!: string;

  @TextListField({
    description: 'What the unit is to work on (pembinaan).',
    example: ['Below the standard'],
    maximum: 50,
  })
  reasons!: string[];
}

export class RecordPublishedCycleBody extends CommandBody {
  @TextField({ description: 'Name of the unit.', example: 'Disdukcapil' })
  unitName!: string;

  @ChoiceField({
    description: 'Predicate aimed at, where the source names one.',
    example: 'WBK',
    of: predicateNames,
    optional: true,
  })
  target?: (typeof predicateNames)[number] | null;

  @DayField({
    description: 'Day of the declaration, where the source gives it.',
    example: '2021-03-01',
    optional: true,
  })
  declaredOn?: string | null;

  @ChoiceField({
    description: 'What came of it, where the source tells.',
    example: 'not-granted',
    of: ['not-granted', 'granted-wbk', 'granted-wbbm'] satisfies PublishedOutcome[],
    optional: true,
  })
  outcome?: PublishedOutcome | null;

  @DayField({ description: 'Day of the outcome.', example: '2021-12-20', optional: true })
  outcomeOn?: string | null;

  @TextField({
    description: 'In the words of the source.',
    example: 'evaluated, below the standard',
    optional: true,
  })
  note?: string | null;

  @ObjectField({ description: 'Where this was read.', of: SourceBody })
  source!: SourceBody;
}

export class RecordSurveyBody extends CommandBody {
  @SlugField({ description: 'Question the survey answers.', example: 'service.survey.result' })
  question!: string;

  @DecimalField({ description: 'Index, 1 to 4.', example: '3.6' })
  index!: string;

  @IntegerField({ description: 'Respondents.', example: 60, minimum: 0, maximum: 10_000_000 })
  respondents!: number;

  @DayField({ description: 'Last day of the survey.', example: '2024-09-15' })
  surveyedOn!: string;

  @ObjectField({ description: 'Who surveyed, and where it is published.', of: SourceBody })
  source!: SourceBody;
}
