import { type Turn } from '../query/pace';
import { type Entries } from '../storage/environment';

/** What is wrong and where: the first such thing ends the verification. */
export class Fault extends Error {}

/** What a verification reads, and what it has seen. */
export interface Walk {
  readonly entries: Entries;
  readonly counted: { documents: number; entries: number };
  readonly turn: Turn;
  /** To be called after every key. */
  readonly looked: () => void;
}
