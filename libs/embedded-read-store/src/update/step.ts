import { type UpdatePath } from './paths';
import { type Branch } from './tree';

/** One operator applied at one path. @throws ServerError with MongoDB's code for what it meets. */
export type Change = (root: Branch, parts: readonly string[]) => void;

/** One field of one operator. */
export interface UpdateStep {
  readonly path: UpdatePath;
  readonly change: Change;
  readonly onInsertOnly: boolean;
}
