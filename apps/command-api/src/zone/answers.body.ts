import { type Answer, type AnswerValue } from '@jejak/domain/zone';
import { problem } from '@jejak/http';

import {
  ChoiceField,
  DecimalField,
  IntegerField,
  ListField,
  SlugField,
  TextField,
} from '../edge/fields';
import { CommandBody, EvidenceBody, evidenceFrom } from '../edge/parts';

type Kind = AnswerValue['kind'];

const count = (description: string, example: number) => ({
  description,
  example,
  minimum: 0,
  maximum: 1_000_000_000,
  optional: true,
});

export class AnswerBody {
  @SlugField({ description: 'Question of the sheet.', example: 'supervision.reform.result' })
  question!: string;

  @ChoiceField({
    description: 'Form of the answer, as the scale of the question takes it; blank counts 0.',
    example: 'share',
    of: ['blank', 'choice', 'share', 'reduction', 'index'] satisfies Kind[],
  })
  kind!: Kind;

  @TextField({
    description: 'Of a choice: the option.',
    example: 'A',
    maxLength: 40,
    optional: true,
  })
  option?: string | null;

  @IntegerField(count('Of a share: how many were done.', 9))
  done?: number | null;

  @IntegerField(count('Of a share: how many were due.', 10))
  due?: number | null;

  @IntegerField(count('Of a reduction: how many there were the year before.', 8))
  before?: number | null;

  @IntegerField(count('Of a reduction: how many there were this year.', 2))
  after?: number | null;

  @DecimalField({ description: 'Of a survey: its index.', example: '3.6', optional: true })
  index?: string | null;

  @IntegerField(count('Of a survey: its respondents.', 60))
  respondents?: number | null;

  @ListField({ description: 'What supports the answer.', of: EvidenceBody, optional: true })
  evidence?: EvidenceBody[] | null;

  @TextField({
    description: 'Remark.',
    example: 'Seen',
    maxLength: 2000,
    manyLines: true,
    optional: true,
  })
  note?: string | null;
}

export class AnswerQuestionsBody extends CommandBody {
  @ListField({ description: 'Answers; each replaces the one before it.', of: AnswerBody })
  answers!: AnswerBody[];
}

/** What each kind of answer is made of. */
const parts = {
  blank: [],
  choice: ['option'],
  share: ['done', 'due'],
  reduction: ['before', 'after'],
  index: ['index', 'respondents'],
} as const satisfies Readonly<Record<Kind, readonly (keyof AnswerBody)[]>>;

const allParts = Object.values(parts).flat();

/** Throws `request.invalid` where a part is missing or belongs to another kind of answer. */
function requireParts(body: AnswerBody, place: string): void {
  const needed: readonly string[] = parts[body.kind];
  const odd = allParts.find(
    (part) => needed.includes(part) !== (body[part] !== undefined && body[part] !== null),
  );
  if (odd === undefined) return;
  throw problem('request.invalid', {
    field: `${place}.${odd}`,
    detail: `${place}.${odd} ${needed.includes(odd) ? 'is missing from' : 'does not belong to'} an answer of the kind ${body.kind}.`,
    fix: `Give ${needed.length === 0 ? 'nothing' : needed.join(' and ')} with an answer of the kind ${body.kind}.`,
  });
}

function valueFrom(body: AnswerBody, place: string): AnswerValue {
  requireParts(body, place);
  const { kind, option, done, due, before, after, index, respondents } = body;
  switch (kind) {
    case 'blank':
      return { kind };
    case 'choice':
      return { kind, option: option ?? '' };
    case 'share':
      return { kind, done: done ?? 0, due: due ?? 0 };
    case 'reduction':
      return { kind, before: before ?? 0, after: after ?? 0 };
    case 'index':
      return { kind, index: index ?? '', respondents: respondents ?? 0 };
  }
}

export const answersFrom = ({ answers }: AnswerQuestionsBody): Answer[] =>
  answers.map((body, place) => ({
    question: body.question,
    value: valueFrom(body, `answers[${place}]`),
    evidence: evidenceFrom(body.evidence),
    note: body.note ?? null,
  }));
