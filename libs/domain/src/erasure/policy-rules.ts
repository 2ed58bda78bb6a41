import type { Refusal } from '../decider';
import { invalidContent, repeated } from '../policy/invalid-content';
import { termMustBeSound } from '../policy/term-rules';
import { firstRefusal } from '../rules/refusal';
import { isBlank } from '../values/name';
import type { ErasureRules } from './policy';

const isLetter = (text: string): boolean => /^[a-z]$/.test(text);

/** Laws letter their grounds; two of one letter could not be told apart. The law counts in hours. */
export function erasureRulesMustBeSound({ execution, exemptions }: ErasureRules): Refusal | null {
  const twice = repeated(exemptions.map(({ letter }) => letter));
  return (
    termMustBeSound('execution', execution, ['days']) ??
    (exemptions.length === 0
      ? invalidContent(
          'exemptions',
          'no exemption is listed',
          'List the grounds that the law gives.',
        )
      : null) ??
    firstRefusal(exemptions, ({ letter, text }, place) =>
      isLetter(letter) && !isBlank(text)
        ? null
        : invalidContent(
            `exemptions[${place}]`,
            `the exemption "${letter}" has no letter or no text`,
            'Give a letter from a to z and what the law says under it.',
          ),
    ) ??
    (twice &&
      invalidContent(
        `exemptions[${twice.index}].letter`,
        `the letter ${twice.value} stands twice`,
        'Give every exemption its own letter.',
      ))
  );
}
