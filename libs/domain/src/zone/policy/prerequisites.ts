import type { DecimalText } from '../../values';
import type { Predicate } from './predicate-name';

interface Described {
  readonly id: string;
  readonly name: string;
  /** Whether the whole agency answers for it or the unit alone. */
  readonly level: 'agency' | 'unit';
}

/** What must be true beside the score before a unit is proposed. */
export type Prerequisite =
  /** A grade of a scale, the lowest first: an opinion of BPK, an AKIP predicate. */
  | (Described & {
      readonly kind: 'grade';
      readonly grades: readonly string[];
      readonly minimum: Readonly<Record<Predicate, string>>;
    })
  /** A share in percent, 0 to 100. */
  | (Described & {
      readonly kind: 'percentage';
      readonly minimum: Readonly<Record<Predicate, DecimalText>>;
    })
  /** Something that is so or is not: `yes` or `no`. */
  | (Described & { readonly kind: 'confirmation' });

export interface ZonePrerequisites {
  readonly prerequisites: readonly Prerequisite[];
}

/** What a predicate asks, in words of the scale. */
export const requiredOf = (prerequisite: Prerequisite, predicate: Predicate): string =>
  prerequisite.kind === 'confirmation' ? 'yes' : prerequisite.minimum[predicate];
