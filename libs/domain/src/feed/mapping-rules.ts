import type { Refusal } from '../decider';
import { firstRefusal, refusal } from '../rules/refusal';
import { firstRepeated } from '../values/identifier';
import type { FeedMapping, MappedField } from './mapping';

const fieldName = /^[a-z][A-Za-z0-9]{0,39}$/;
const pointer = /^(\/([^/~]|~[01])*)+$/;

/** What each target must be told; a fact may have any fields, of which these two are read as such. */
const needed = {
  fact: [],
  milestone: ['plan', 'item', 'milestone', 'metOn'],
  evidence: ['instrument', 'year', 'subIndicator', 'document'],
} as const satisfies Record<FeedMapping['target'], readonly string[]>;

const invalid = (field: string, reason: string): Refusal =>
  refusal(
    'feed.invalid-mapping',
    reason,
    'Name each field once, and give each a JSON pointer into the event or a value.',
    field,
  );

function fieldMustFit({ name, from, value }: MappedField): Refusal | null {
  if (!fieldName.test(name)) return invalid('mapping.fields', `"${name}" is no name of a field`);
  if ((from === null) === (value === null)) {
    return invalid('mapping.fields', `${name} needs either a pointer or a value`);
  }
  return from === null || pointer.test(from)
    ? null
    : invalid('mapping.fields', `"${from}" is no JSON pointer`);
}

export function mappingMustFit({ target, fields }: FeedMapping): Refusal | null {
  const names = fields.map(({ name }) => name);
  const repeated = firstRepeated(names);
  const missing = needed[target].find((name) => !names.includes(name));
  return (
    firstRefusal(fields, fieldMustFit) ??
    (repeated === null ? null : invalid('mapping.fields', `${repeated} is named twice`)) ??
    (missing === undefined
      ? null
      : invalid('mapping.fields', `${target} needs the field ${missing}`))
  );
}
