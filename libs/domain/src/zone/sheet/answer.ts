import type { Evidence } from '../../values';

/**
 * Three parallel sets of answers, each with its own total: of the unit itself (SELF, penilaian
 * mandiri), of the agency's internal team led by its inspectorate (TPI, Tim Penilai Internal) and of
 * the national team of ministry, Ombudsman and KPK (TPN, Tim Penilai Nasional).
 */
export type AnswerSet = 'SELF' | 'TPI' | 'TPN';

export const answerSets = ['SELF', 'TPI', 'TPN'] as const satisfies readonly AnswerSet[];

/** What was answered, in the form of the question's scale. A blank answer is an answer worth nothing. */
export type AnswerValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'choice'; readonly option: string }
  /** Whole numbers from 0: how many were done of how many that were due. */
  | { readonly kind: 'share'; readonly done: number; readonly due: number }
  /** Whole numbers from 0: how many there were in the year before and in this one. */
  | { readonly kind: 'reduction'; readonly before: number; readonly after: number }
  /** Index of a survey of that many respondents. */
  | { readonly kind: 'index'; readonly index: string; readonly respondents: number };

export interface Answer {
  readonly question: string;
  readonly value: AnswerValue;
  readonly evidence: readonly Evidence[];
  readonly note: string | null;
}
