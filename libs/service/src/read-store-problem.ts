import { type Problem, problem } from '@jejak/http';
import { NoAnswer, isOutage } from '@jejak/projection';

/**
 * The answer to a request that needs a read store which is away, silent or not writable now; null
 * when the error says nothing of the kind. An error that asking again would only repeat is none.
 */
export function problemOfReadStoreError(error: unknown): Problem | null {
  if (!isOutage(error) && !(error instanceof NoAnswer)) return null;
  return problem('read-store.unavailable', { cause: error });
}
