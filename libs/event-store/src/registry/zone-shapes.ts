import type {
  ZoneAreaScore,
  Answer,
  AnswerValue,
  Check,
  SheetInUse,
  ZoneScore,
} from '@jejak/domain/zone';

import { byKind } from './by-kind';
import { decimalText, evidence } from './common-shapes';
import { zoneSheet } from './policy-shapes/zone';
import { record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

export const cycleKey = { region: text, unit: text, year: integer };
export const predicate = oneOf('WBK', 'WBBM');

export const sheetInUse = record<SheetInUse>({ content: zoneSheet, unconfirmed: list(text) });

export const answer = record<Answer>({
  question: text,
  value: byKind<AnswerValue>({
    blank: record({ kind: oneOf('blank') }),
    choice: record({ kind: oneOf('choice'), option: text }),
    share: record({ kind: oneOf('share'), done: integer, due: integer }),
    reduction: record({ kind: oneOf('reduction'), before: integer, after: integer }),
    index: record({ kind: oneOf('index'), index: decimalText, respondents: integer }),
  }),
  evidence: list(evidence),
  note: nullable(text),
});

const half = nullable(oneOf('fulfilment', 'reform'));

const area = record<ZoneAreaScore>({
  id: text,
  weight: decimalText,
  value: decimalText,
  fulfilment: nullable(decimalText),
  reform: nullable(decimalText),
  indicators: list(record({ id: text, half, weight: decimalText, value: decimalText })),
});

const score = record<ZoneScore>({
  total: decimalText,
  levers: decimalText,
  results: decimalText,
  areas: list(area),
  answered: integer,
  questions: integer,
});

export const check = record<Check>({
  id: text,
  name: text,
  required: decimalText,
  reached: decimalText,
  gap: decimalText,
  passed: truth,
  unconfirmed: truth,
});

/** A set of answers, scored and held against the thresholds. */
export const scored = { score, checks: list(check) };
