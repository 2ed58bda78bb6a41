import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import { identifierForms } from '../values/identifier';
import type { RegionLevel, RegionRegistered } from './events';

/**
 * The level a code stands for: two digits a province, then 01 to 69 a regency and 71 to 99 a city.
 * Null for any other text. Source: codes of the Ministry of Home Affairs (Kepmendagri
 * 300.2.2-2138/2025 and before), as explained by github.com/cahyadsn/wilayah.
 */
export function levelOfCode(text: string): RegionLevel | null {
  if (!identifierForms.regionCode.test(text)) return null;
  if (text.length === 2) return 'province';
  const number = Number(text.slice(3));
  if (number >= 1 && number <= 69) return 'regency';
  return number >= 71 ? 'city' : null;
}

/** The code tells the level, and the level given must be that one. */
export function codeMustFitLevel(command: {
  readonly code: string;
  readonly level: RegionLevel;
}): Refusal | null {
  const level = levelOfCode(command.code);
  if (level === null) {
    return refusal(
      'region.invalid-code',
      `"${command.code}" is not the code of a province, regency or city`,
      'Use NN for a province, NN.01 to NN.69 for a regency, NN.71 to NN.99 for a city.',
      'code',
    );
  }
  if (level === command.level) return null;
  return refusal(
    'region.level-mismatch',
    `code ${command.code} belongs to a ${level}, not to a ${command.level}`,
    'Correct the code or the level.',
    'level',
  );
}

/** A province stands alone; below it, the parent is the registered province the code begins with. */
export function parentMustFitCode(command: {
  readonly code: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly parentRegion: RegionRegistered['data'] | null;
}): Refusal | null {
  const { code: own, level, parent, parentRegion } = command;
  if (level === 'province') {
    return parent === null
      ? null
      : refusal(
          'region.province-has-parent',
          `province ${own} is given the parent ${parent}`,
          'Register a province without a parent.',
          'parent',
        );
  }
  const province = own.slice(0, 2);
  if (parent !== province) {
    return refusal(
      'region.parent-mismatch',
      `${own} lies in province ${province}, but its parent is given as ${parent ?? 'null'}`,
      `Give ${province} as the parent.`,
      'parent',
    );
  }
  if (parentRegion?.code !== province) {
    return refusal(
      'region.parent-unknown',
      `province ${province} is not registered`,
      `Register ${province} first.`,
      'parent',
    );
  }
  return parentRegion.level === 'province'
    ? null
    : refusal(
        'region.parent-not-province',
        `${province} is registered as a ${parentRegion.level}`,
        'Give a province as the parent.',
        'parent',
      );
}
