import type { Refusal } from '../decider';
import type { ContextWith } from '../refusal-codes';
import type { Evidence } from '../values';
import { isSha256 } from '../values/identifier';
import { isBlank } from '../values/name';
import { firstRefusal, refusal } from './refusal';

/** Evidence is named by its content: a path can change what it points to, a digest cannot. */
export const mustNameContent = (
  context: ContextWith<'invalid-evidence'>,
  evidence: readonly Evidence[],
): Refusal | null =>
  firstRefusal(evidence, ({ sha256, title }, index) =>
    isSha256(sha256) && !isBlank(title)
      ? null
      : refusal(
          `${context}.invalid-evidence`,
          `evidence ${index + 1} ("${title}", "${sha256}") lacks a title or a SHA-256 digest`,
          'Give a title and the SHA-256 of the file as 64 lower-case hex digits.',
          'evidence',
        ),
  );
