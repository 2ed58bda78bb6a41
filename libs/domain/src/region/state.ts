import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { RegionEvent, RegionRegistered } from './events';

/** A code a region had, from its first day to the day before `validUntil`; null is open or unknown. */
export interface CodeTenure {
  readonly code: string;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

export interface CodeReservation {
  readonly region: string;
  readonly validFrom: CalendarDate;
}

export interface RegisteredRegion {
  readonly region: RegionRegistered['data'];
  /** Oldest first; they never overlap. */
  readonly tenures: readonly CodeTenure[];
}

/**
 * A region's stream is named by its id, the code it was first registered under. What becomes of that
 * code later stands in the same stream, so that the store itself keeps two regions from holding one
 * code: `reservations` are for regions registered under another.
 */
export type RegionState = { readonly reservations: readonly CodeReservation[] } & (
  { readonly status: 'unregistered' } | ({ readonly status: 'registered' } & RegisteredRegion)
);

export const initialState = (): RegionState => ({ status: 'unregistered', reservations: [] });

export function evolve(state: RegionState, event: RegionEvent): RegionState {
  switch (event.type) {
    case 'RegionRegistered': {
      if (state.status !== 'unregistered') throw new CorruptStreamError(event.type, state.status);
      const { code, validFrom, validUntil } = event.data;
      const tenures = [{ code, validFrom, validUntil }];
      return { ...state, status: 'registered', region: event.data, tenures };
    }
    case 'RegionCodeReserved': {
      const { region, validFrom } = event.data;
      return { ...state, reservations: [...state.reservations, { region, validFrom }] };
    }
    case 'RegionRecoded': {
      if (state.status !== 'registered') throw new CorruptStreamError(event.type, state.status);
      const { code, validFrom } = event.data;
      const ended = state.tenures.map((tenure) =>
        tenure.validUntil === null ? { ...tenure, validUntil: validFrom } : tenure,
      );
      return { ...state, tenures: [...ended, { code, validFrom, validUntil: null }] };
    }
  }
}

/** What was registered, or null: the form in which other commands receive a region. */
export const registeredRegion = (state: RegionState): RegionRegistered['data'] | null =>
  state.status === 'registered' ? state.region : null;

export const isRegistered = (state: RegionState): boolean => state.status === 'registered';

/** The tenure of a day; the last one where no day is given. Undefined where the region had no code. */
export const tenureOn = (
  tenures: readonly CodeTenure[],
  day: CalendarDate | null,
): CodeTenure | undefined =>
  day === null
    ? tenures.at(-1)
    : tenures.findLast(
        ({ validFrom, validUntil }) =>
          (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil),
      );

/** The region a code was last reserved for by a day; undefined where it never was. */
export const reservedFor = (
  { reservations }: RegionState,
  day: CalendarDate | null,
): CodeReservation | undefined =>
  reservations.findLast(({ validFrom }) => day === null || validFrom <= day);
