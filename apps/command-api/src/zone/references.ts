import {
  type CalendarDate,
  predicateStream,
  regionStream,
  zoneDeclarationStream,
  zoneStream,
} from '@jejak/domain';
import { isRegistered, region } from '@jejak/domain/region';
import {
  type CycleKey,
  type CycleState,
  declaredOn,
  type PredicateHistory,
  type UnitKey,
  unitPredicate,
  zoneCycle,
  zoneDeclaration,
} from '@jejak/domain/zone';
import { type Ledger } from '@jejak/event-store';

export const regionRegistered = async (ledger: Ledger, code: string): Promise<boolean> =>
  isRegistered(await ledger.refer(region, regionStream(code), isRegistered));

/** A declaration is made once: an older state that has it is as good as the newest. */
export const zoneDeclaredOn = async (ledger: Ledger, code: string): Promise<CalendarDate | null> =>
  declaredOn(
    await ledger.refer(
      zoneDeclaration,
      zoneDeclarationStream(code),
      ({ status }) => status === 'declared',
    ),
  );

/** Read to the end every time: a predicate may have been revoked since. */
export const predicatesOf = (ledger: Ledger, key: UnitKey): Promise<PredicateHistory> =>
  ledger.refer(unitPredicate, predicateStream(key), () => false);

/** A recommendation ends a cycle: nothing that matters to the grant can follow it. */
export const cycleOf = (ledger: Ledger, key: CycleKey): Promise<CycleState> =>
  ledger.refer(zoneCycle, zoneStream(key), ({ status }) => status === 'recommended');
