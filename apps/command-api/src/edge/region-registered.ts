import { regionStream } from '@jejak/domain';
import { isRegistered, region } from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

/** Whether a region is in the record; it never leaves it, so memory is enough to know. */
export const regionRegistered = async (ledger: Ledger, code: string): Promise<boolean> =>
  isRegistered(await ledger.refer(region, regionStream(code), isRegistered));
