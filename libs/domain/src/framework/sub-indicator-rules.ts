import type { Refusal } from '../decider';
import type { RegionLevel } from '../region/events';
import { mustBeDecimal } from '../rules/numbers';
import { firstRefusal, refusal } from '../rules/refusal';
import { mustBeSlug, mustNotBeBlank } from '../rules/text';
import { compareDecimals, sumOf } from '../values/decimal';
import { firstRepeated } from '../values/identifier';
import type { FrameworkDocument, FrameworkSubIndicator } from './events';
import { mustBeDistinct, mustWeigh } from './part-rules';

const place = 'content.areas.indicators.subIndicators';

/** What applies below an area applies to fewer levels than the area, never to others. */
export function levelsMustBeOfParent(
  what: string,
  appliesTo: readonly RegionLevel[] | null,
  parent: readonly RegionLevel[],
): Refusal | null {
  if (appliesTo === null) return null;
  if (appliesTo.length === 0) {
    return refusal(
      'framework.level-missing',
      `${what} applies to no level of government`,
      'Name some of the levels above it, leave appliesTo out, or leave it out altogether.',
      'content.areas',
    );
  }
  const stranger = appliesTo.find((level) => !parent.includes(level));
  const repeated = firstRepeated(appliesTo);
  if (stranger === undefined && repeated === null) return null;
  return stranger === undefined
    ? refusal(
        'framework.level-repeated',
        `${what} names the level ${repeated ?? ''} more than once`,
        'Name each level once.',
        'content.areas',
      )
    : refusal(
        'framework.level-not-of-parent',
        `${what} applies to a ${stranger}, what it is part of does not`,
        `Use some of ${parent.join(', ')}.`,
        'content.areas',
      );
}

const documentMustBeSound = ({ id, title, points }: FrameworkDocument): Refusal | null =>
  mustBeSlug('framework', `${place}.documents.id`, id) ??
  mustNotBeBlank('framework', `title of document ${id}`, title) ??
  mustBeDecimal('framework', `points of document ${id}`, points) ??
  (compareDecimals(points, '0') > 0
    ? null
    : refusal(
        'framework.points-not-positive',
        `document ${id} is worth ${points} points`,
        'Give points above zero, or leave out a document that earns none.',
        'content.areas',
      ));

/**
 * Points per document add up to those of the sub-indicator: "screenshot of the menus = 50, report =
 * 50". Source: 2025 guide for the management of regional assets, as published by 123dok.com.
 */
function documentsMustAddUp({
  id,
  documents,
  maximumPoints,
}: FrameworkSubIndicator): Refusal | null {
  const sum = sumOf(documents.map(({ points }) => points));
  return documents.length > 0 && compareDecimals(sum, maximumPoints) === 0
    ? null
    : refusal(
        'framework.documents-do-not-sum',
        `the documents of ${id} add up to ${sum} points, its maximum is ${maximumPoints}`,
        'List the documents whose points add up to the maximum.',
        'content.areas',
      );
}

/** What must be true of a sub-indicator by itself, below something that applies to `parent`. */
export const subIndicatorMustBeSound = (
  subIndicator: FrameworkSubIndicator,
  parent: readonly RegionLevel[],
): Refusal | null =>
  mustBeSlug('framework', `${place}.id`, subIndicator.id) ??
  mustNotBeBlank('framework', `name of sub-indicator ${subIndicator.id}`, subIndicator.name) ??
  mustWeigh(`sub-indicator ${subIndicator.id}`, subIndicator.weight) ??
  levelsMustBeOfParent(`sub-indicator ${subIndicator.id}`, subIndicator.appliesTo, parent) ??
  mustBeDecimal('framework', `maximumPoints of ${subIndicator.id}`, subIndicator.maximumPoints) ??
  firstRefusal(subIndicator.documents, documentMustBeSound) ??
  mustBeDistinct(
    `document of ${subIndicator.id}`,
    subIndicator.documents.map((document) => document.id),
  ) ??
  documentsMustAddUp(subIndicator);
