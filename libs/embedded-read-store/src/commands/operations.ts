import { ServerError } from '../errors';
import { Pacer } from '../query/pace';
import { type Collection } from '../storage/collection';
import { type Arguments, type Context } from './command';

/** The most operations one command may carry, as `hello` announces. */
export const maxBatchSize = 100_000;

export interface Outcome {
  readonly writeErrors: object[] | undefined;
}

/**
 * Runs the operations of a write command in one durable transaction. One that fails leaves nothing
 * behind and is reported with its index; if `ordered`, none after it is tried.
 */
export async function runOperations<T>(
  command: Arguments,
  context: Context,
  operations: readonly T[],
  apply: (collection: Collection, operation: T, index: number) => void | Promise<void>,
): Promise<Outcome> {
  if (operations.length === 0 || operations.length > maxBatchSize) {
    throw new ServerError(16, `Write batch sizes must be between 1 and ${String(maxBatchSize)}`);
  }
  const name = command.collection();
  const namespace = `${command.database}.${name}`;
  const ordered = command.truth('ordered', true);
  const allowed = context.faults?.budget(namespace) ?? operations.length;
  const writeErrors: object[] = [];
  let done = 0;
  await context.store.write(async (transaction) => {
    const collection = transaction.findOrCreate(command.database, name);
    const pacer = new Pacer();
    for (const [index, operation] of operations.slice(0, allowed).entries()) {
      done += 1;
      try {
        await apply(collection, operation, index);
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details });
        if (ordered) break;
      }
      if (pacer.isDue()) {
        await context.turn();
        pacer.restart();
      }
    }
  });
  context.faults?.afterCommit(namespace, done);
  return { writeErrors: writeErrors.length > 0 ? writeErrors : undefined };
}
