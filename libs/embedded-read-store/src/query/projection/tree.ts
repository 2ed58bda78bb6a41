import { type Expression } from '../../aggregate/expression';
import { ServerError } from '../../errors';

/** What becomes of one field. */
export type Node =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  /** Computed from the whole document; a field without a value goes. */
  | { readonly kind: 'set'; readonly expression: Expression }
  /** The elements from `skip` (negative: from the end) on, `limit` of them. */
  | { readonly kind: 'slice'; readonly skip: number; readonly limit: number }
  | Below;

/** The fields of the documents below a field, in the order they were named. */
export interface Below {
  readonly kind: 'below';
  readonly children: Map<string, Node>;
  /** Some field below is computed. */
  computed: boolean;
}

export const emptyTree = (): Below => ({ kind: 'below', children: new Map(), computed: false });

export type Collision = (path: string, shorterFirst: boolean) => ServerError;

/** The collisions of projections: 31249 when the shorter path came first, else 31250. */
export const projectionCollision: Collision = (path, shorterFirst) =>
  shorterFirst
    ? new ServerError(
        31249,
        `Path collision at ${path} remaining portion ${path.slice(path.indexOf('.') + 1)}`,
      )
    : new ServerError(31250, `Path collision at ${path}`);

/** The branch at a path, made where it is not there. @throws ServerError by `collision`. */
export function branchAt(root: Below, parts: readonly string[], collision: Collision): Below {
  let branch = root;
  for (const part of parts) {
    const child = branch.children.get(part);
    if (child !== undefined && child.kind !== 'below') throw collision(parts.join('.'), true);
    const next = child ?? emptyTree();
    branch.children.set(part, next);
    branch = next;
  }
  return branch;
}

/** @throws ServerError by `collision` when the path, or the beginning of it, has a node already. */
export function addNode(
  root: Below,
  parts: readonly string[],
  node: Node,
  collision: Collision,
): void {
  let branch = root;
  for (const [index, part] of parts.entries()) {
    const child = branch.children.get(part);
    branch.computed ||= node.kind === 'set';
    if (index === parts.length - 1) {
      if (child !== undefined) throw collision(parts.join('.'), false);
      branch.children.set(part, node);
      return;
    }
    if (child !== undefined && child.kind !== 'below') throw collision(parts.join('.'), true);
    const next = child ?? emptyTree();
    branch.children.set(part, next);
    branch = next;
  }
}
