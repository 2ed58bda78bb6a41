import {
  compareFractions,
  dividedBy,
  type Fraction,
  fractionOf,
  plus,
  times,
} from '../../values/fraction';
import type { AnswerScale } from '../policy/sheet';
import type { AnswerValue } from './answer';

const none = fractionOf('0');
const all = fractionOf('1');
const count = (number: number): Fraction => fractionOf(String(number));

/** Between nothing and everything. */
function clamped(share: Fraction): Fraction {
  if (compareFractions(share, none) < 0) return none;
  return compareFractions(share, all) > 0 ? all : share;
}

/**
 * The share of its question that an answer is worth, from 0 to 1, exactly: the option's share; done
 * of due, at most 1; (before - after) / before, from 0 to 1; index / maximum. Nothing due counts what
 * the scale says; so does nothing before and nothing after, while an increase from nothing counts 0
 * (Jejak's own reading: the formula does not say). A blank answer counts 0 (Jejak's own choice: what
 * is left out must not raise a mean). Throws TypeError for an answer that is not of the scale.
 */
export function answerShare(scale: AnswerScale, value: AnswerValue): Fraction {
  if (value.kind === 'blank') return none;
  if (scale.kind === 'choice' && value.kind === 'choice') {
    const chosen = scale.options.find(({ option }) => option === value.option);
    if (chosen) return fractionOf(chosen.share);
  }
  if (scale.kind === 'share' && value.kind === 'share') {
    if (value.due === 0) return fractionOf(scale.whenNothingIsDue);
    return clamped(dividedBy(count(value.done), count(value.due)));
  }
  if (scale.kind === 'reduction' && value.kind === 'reduction') {
    const { before, after } = value;
    if (before === 0) return after === 0 ? fractionOf(scale.whenNothingWasBefore) : none;
    const fewer = plus(count(before), times(count(after), fractionOf('-1')));
    return clamped(dividedBy(fewer, count(before)));
  }
  if (scale.kind === 'index' && value.kind === 'index') {
    return dividedBy(fractionOf(value.index), fractionOf(scale.maximum));
  }
  throw new TypeError(`a ${value.kind} answer was scored on the scale ${scale.id}`);
}
