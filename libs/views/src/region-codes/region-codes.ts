import type { CalendarDate, Source } from '@jejak/domain';
import type { RegionLevel, Subdivisions } from '@jejak/domain/region/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** A code a region had, with why and when that was learnt. */
export interface HeldCode {
  readonly code: string;
  /** Province the code lies in, as its id; null for a province. */
  readonly parent: string | null;
  readonly validFrom: CalendarDate | null;
  /** First day it is no longer the region's code. */
  readonly validUntil: CalendarDate | null;
  /** Null for the code it was first registered under. */
  readonly legalBasis: string | null;
  readonly source: Source | null;
  readonly recordedAt: string;
}

/** A region under its id, with every code it had. */
export interface RegionCodesDocument {
  /** The code it was first registered under: it names the region for ever. */
  readonly id: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly subdivisions: Subdivisions | null;
  /** Oldest first, without overlap. */
  readonly codes: readonly HeldCode[];
}

/** One document per region. */
export const regionCodes: FoldedView<RegionCodesDocument> = {
  name: 'region-codes',
  version: 1,
  eventTypes: ['RegionRegistered', 'RegionRecoded'],
  documentsOf({ event }) {
    if (event.type === 'RegionRegistered') return [event.data.code];
    return event.type === 'RegionRecoded' ? [event.data.region] : [];
  },
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'RegionRegistered') {
      const { code, name, level, parent, validFrom, validUntil, subdivisions, source } = event.data;
      const held = { code, parent, validFrom, validUntil, legalBasis: null, source, recordedAt };
      return { id, name, level, subdivisions, codes: [held] };
    }
    const before = continued(document, id);
    if (event.type !== 'RegionRecoded') return before;
    const { code, parent, validFrom, legalBasis, source } = event.data;
    const ended = before.codes.map((one) =>
      one.validUntil === null ? { ...one, validUntil: validFrom } : one,
    );
    const held = { code, parent, validFrom, validUntil: null, legalBasis, source, recordedAt };
    return { ...before, codes: [...ended, held] };
  },
  indexes: [{ 'codes.code': 1 }],
};

/** The code of a day, of those a region had; undefined where it had none. */
export const heldOn = (codes: readonly HeldCode[], day: CalendarDate): HeldCode | undefined =>
  codes.findLast(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil),
  );
