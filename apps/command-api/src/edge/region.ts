import { type CalendarDate, regionStream } from '@jejak/domain';
import {
  type RegisteredRegion,
  type RegionRegistered,
  type RegionState,
  region,
  reservedFor,
  tenureOn,
} from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

/** A region's id with what its stream says. */
export interface FoundRegion {
  readonly id: string;
  readonly state: RegisteredRegion;
}

/** Reads to the end of the stream: another process may have given a code away since. */
const streamOf = (ledger: Ledger, id: string): Promise<RegionState> =>
  ledger.refer(region, regionStream(id), () => false);

/** The region with this id, null where none is registered. */
export async function regionWithId(ledger: Ledger, id: string): Promise<FoundRegion | null> {
  const state = await streamOf(ledger, id);
  return state.status === 'registered' ? { id, state } : null;
}

/** The region that has a code on a day (null: last), whatever code it was registered under. */
export async function regionWithCode(
  ledger: Ledger,
  code: string,
  day: CalendarDate | null,
): Promise<FoundRegion | null> {
  const stream = await streamOf(ledger, code);
  const reserved = reservedFor(stream, day);
  const ids = [...(reserved === undefined ? [] : [reserved.region]), code];
  for (const id of new Set(ids)) {
    const found = await regionWithId(ledger, id);
    if (found !== null && tenureOn(found.state.tenures, day)?.code === code) return found;
  }
  return null;
}

/** What was registered, under the code asked for instead of the first one. */
export const under = (found: FoundRegion | null, code: string): RegionRegistered['data'] | null =>
  found && { ...found.state.region, code };
