import type { Refusal } from '../decider';
import { canonical, mustBeDecimal } from '../rules/numbers';
import { mustHavePolicy } from '../rules/policy';
import { refusal } from '../rules/refusal';
import type { DecimalText } from '../values';
import { isWithin } from '../values/decimal';
import type { CorrectIndex, RecordIndex } from './commands';
import { type IndexScale, scaleOf } from './scales';

/** A value can be read only on the scale of its index. */
export function mustBeOnScale(
  field: string,
  scale: IndexScale,
  value: DecimalText,
): Refusal | null {
  const { kind, minimum, maximum } = scale;
  return (
    mustBeDecimal('index', field, value) ??
    (isWithin(canonical(value), minimum, maximum)
      ? null
      : refusal(
          'index.value-outside-scale',
          `${kind} runs from ${minimum} to ${maximum}, and the ${field} is ${value}`,
          'Correct the value, or the index it belongs to.',
          field,
        ))
  );
}

/** The scale of an index by the policy in force, or why there is none. */
export function scaleInForce({
  kind,
  year,
  policy,
}: RecordIndex | CorrectIndex):
  { readonly scale: IndexScale; readonly version: number } | { readonly refusal: Refusal } {
  const missing = mustHavePolicy('index', 'index-scales', `${year}-12-31`, policy);
  if (missing) return { refusal: missing };
  const scale = policy === null ? null : scaleOf(policy.content, kind);
  return policy === null || scale === null
    ? { refusal: kindUnknown(kind) }
    : { scale, version: policy.version };
}

const kindUnknown = (kind: string): Refusal =>
  refusal(
    'index.kind-unknown',
    `the policy index-scales in force has no index ${kind}`,
    'Name an index that it lists, or draft and approve a version that lists this one.',
    'kind',
  );
