import { continued } from '../continued';
import type { FoldedView } from '../view';
import { cycleOfEvent, funnelStages, stepsOf, type ZoneStage, zoneEventTypes } from './zone-steps';

export interface FunnelUnit {
  readonly unit: string;
  readonly unitName: string;
  /** The stages it is known to have reached. */
  readonly stages: readonly ZoneStage[];
}

/** The units of one government in the cycle of one year. */
export interface FunnelDocument {
  readonly region: string;
  readonly year: number;
  readonly units: readonly FunnelUnit[];
}

/** One document per region and year. */
export const zoneFunnel: FoldedView<FunnelDocument> = {
  name: 'zone-funnel',
  version: 1,
  eventTypes: zoneEventTypes,
  documentsOf: ({ event }) => {
    const key = cycleOfEvent(event);
    return key === null || stepsOf(event).length === 0 ? [] : [`${key.region}-${key.year}`];
  },
  apply(document, { event }, id) {
    const key = cycleOfEvent(event);
    const before = document ?? (key && { region: key.region, year: key.year, units: [] });
    const { region, year, units } = continued(before, id);
    const unit = key?.unit ?? '';
    const known = units.find((one) => one.unit === unit);
    const unitName = 'unitName' in event.data ? event.data.unitName : known?.unitName;
    const reached = stepsOf(event).map(({ stage }) => stage);
    const stages = [...new Set([...(known?.stages ?? ['declared' as const]), ...reached])];
    const changed = { unit, unitName: unitName ?? unit, stages };
    const others = units.filter((one) => one.unit !== unit);
    return { region, year, units: [...others, changed].sort(byUnit) };
  },
  indexes: [{ year: 1, region: 1 }],
};

const byUnit = (a: FunnelUnit, b: FunnelUnit): number => (a.unit < b.unit ? -1 : 1);

export interface FunnelStage {
  readonly stage: ZoneStage;
  /** Units known to have come at least so far. */
  readonly units: number;
}

export interface ZoneFunnel {
  readonly region: string;
  readonly year: number;
  readonly units: readonly (FunnelUnit & { readonly region: string })[];
  /** From declared to granted. */
  readonly stages: readonly FunnelStage[];
  readonly declined: number;
  readonly revoked: number;
}

/**
 * How many units came how far. A stage counts who is known to have reached it: where only the press
 * tells of a cycle, the steps in between are unknown and not counted.
 */
export function zoneFunnelOf(
  region: string,
  year: number,
  documents: readonly FunnelDocument[],
): ZoneFunnel {
  const units = documents.flatMap((one) =>
    one.units.map((unit) => ({ region: one.region, ...unit })),
  );
  const reaching = (stage: ZoneStage): number =>
    units.filter(({ stages }) => stages.includes(stage)).length;
  return {
    region,
    year,
    units,
    stages: funnelStages.map((stage) => ({ stage, units: reaching(stage) })),
    declined: reaching('declined'),
    revoked: reaching('revoked'),
  };
}
