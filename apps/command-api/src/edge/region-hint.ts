import { type Refusal } from '@jejak/domain';
import { type Ledger } from '@jejak/event-store';

import { regionWithCode, regionWithId } from './region';

/** Nothing is recorded under the name that the command gives. */
const notThere = /[.-](?:not-found|unknown)$/;

/**
 * A region is known to its people by the code it has, and to the record by its id, the code it was
 * first registered under. Where nothing is recorded under a code, the refusal says which id it stands
 * for today. Costs nothing where a command is not refused for that.
 */
export async function namingTheId(
  ledger: Ledger,
  refusal: Refusal,
  code: string | null | undefined,
): Promise<Refusal> {
  if (!code || !notThere.test(refusal.code)) return refusal;
  if ((await regionWithId(ledger, code)) !== null) return refusal;
  const found = await regionWithCode(ledger, code, null);
  if (found === null) return refusal;
  const { id, state } = found;
  return {
    ...refusal,
    reason: `${code} is the code of ${state.region.name}, which is recorded under its first code, ${id}`,
    remedy: `Send ${id}: it is the id of the region, whatever code it has.`,
  };
}
