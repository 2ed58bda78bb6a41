import { Interruption, ServerError } from '../errors';
import { Pacer } from '../query/pace';
import { type Transaction } from '../storage/transaction';
import { type Context } from './command';
import { requireOwnName } from './namespaces';
import { Target } from './target';

/** The most operations one command may carry, as `hello` announces. */
export const maxBatchSize = 100_000;

/** One insert, update or delete of a write command. */
export interface Operation<Result> {
  readonly database: string;
  readonly collection: string;
  /** @throws ServerError, after which nothing of it is left in an index. */
  readonly run: (target: Target) => Result | Promise<Result>;
}

export interface Outcome<Result> {
  readonly results: readonly { readonly index: number; readonly result: Result }[];
  readonly errors: readonly WriteError[];
}

export interface WriteError {
  readonly index: number;
  readonly error: ServerError;
}

/** @throws ServerError 16 for more operations than one command may carry, or none. */
export function requireBatch(count: number): void {
  if (count === 0 || count > maxBatchSize) {
    throw new ServerError(
      16,
      `Write batch sizes must be between 1 and ${String(maxBatchSize)}. Got ${String(count)} operations.`,
    );
  }
}

async function runAll<Result>(
  operations: readonly Operation<Result>[],
  ordered: boolean,
  transaction: Transaction,
  context: Context,
): Promise<Outcome<Result> & { readonly cut: boolean }> {
  const results: { index: number; result: Result }[] = [];
  const errors: WriteError[] = [];
  const pacer = new Pacer();
  let target: Target | undefined;
  for (const [index, operation] of operations.entries()) {
    const { database, collection } = operation;
    const namespace = `${database}.${collection}`;
    const allowed = context.faults?.spend(namespace) ?? 'go';
    if (allowed === 'stop') return { results, errors, cut: true };
    if (target?.namespace !== namespace) target = new Target(transaction, database, collection);
    try {
      requireOwnName(database, collection);
      const result = operation.run(target);
      results.push({ index, result: result instanceof Promise ? await result : result });
    } catch (error) {
      if (!(error instanceof ServerError) || error instanceof Interruption) throw error;
      errors.push({ index, error });
      if (ordered && allowed === 'go') break;
    }
    if (allowed === 'last') return { results, errors, cut: true };
    if (pacer.isDue()) {
      await context.turn();
      pacer.restart();
    }
  }
  return { results, errors, cut: false };
}

/**
 * Runs operations in one durable transaction. One that fails leaves nothing behind and is reported
 * with its index; if `ordered`, none after it is tried.
 * @throws Cut when the fault switch stops the writes.
 */
export async function runOperations<Result>(
  context: Context,
  operations: readonly Operation<Result>[],
  ordered: boolean,
): Promise<Outcome<Result>> {
  requireBatch(operations.length);
  const { cut, ...outcome } = await context.store.write((transaction) =>
    runAll(operations, ordered, transaction, context),
  );
  if (cut) context.faults?.cut();
  return outcome;
}

/** The errors as `insert`, `update` and `delete` report them; undefined when there are none. */
export const writeErrorsOf = (errors: readonly WriteError[]): object[] | undefined =>
  errors.length === 0
    ? undefined
    : errors.map(({ index, error: { code, message: errmsg, details } }) => ({
        index,
        code,
        errmsg,
        ...details,
      }));
