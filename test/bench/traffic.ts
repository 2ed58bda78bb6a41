import {
  type JejakEvent,
  pactStream,
  planStream,
  regionStream,
  scorecardStream,
} from '@jejak/domain';
import type { ScorecardKey } from '@jejak/domain/scorecard';

import {
  adopted,
  amended,
  milestones,
  pactEvents,
  published,
  registered,
  reported,
  returned,
} from './facts';

/**
 * `plans`: every event changes a document of one folded view, an action plan.
 * `mixed`: every event changes a document of one of four folded views, so that none is idle.
 */
export type Traffic = 'plans' | 'mixed';

/** An event with its stream, and its place there from 0. */
export interface Fact {
  readonly stream: string;
  readonly revision: number;
  readonly event: JejakEvent;
}

/** The `n`-th event, from 0, of one of many slots that are written to in turn. */
export const factOf = (traffic: Traffic, slot: number, n: number): Fact =>
  traffic === 'plans' ? planFact(`plan-${slot}`, slot, n) : mixedFact(slot, n);

function mixedFact(slot: number, n: number): Fact {
  const place = Math.floor(slot / 4);
  if (slot % 4 === 0) return planFact(`plan-${place}`, place, n);
  if (slot % 4 === 1) return pactFact(place, n);
  return slot % 4 === 2 ? publicationFact(place, n) : registrationFact(place, n);
}

const provinces = 80;

/** As many regencies as a province has at most, roughly. */
const regenciesEach = 20;

/** Places are dealt out to the provinces in turn; when all regencies had one, it starts again. */
const regionOf = (place: number): string => {
  const regency = (Math.floor(place / provinces) % regenciesEach) + 1;
  return `${11 + (place % provinces)}.${String(regency).padStart(2, '0')}`;
};

/** Adopted, then one milestone after the other reported and returned: it never grows. */
function planFact(plan: string, place: number, n: number): Fact {
  const key = { plan, region: regionOf(place) };
  const milestone = milestones[Math.floor((n - 1) / 2) % milestones.length] ?? '';
  const again = n % 2 === 1 ? reported(key, milestone) : returned(key, milestone);
  return { stream: planStream(plan), revision: n, event: n === 0 ? adopted(key) : again };
}

/** A draft and four signatures. */
const pactLength = 5;

/** Drafted and signed by four, then the next pact of the same office. */
function pactFact(place: number, n: number): Fact {
  const pact = `pact-${place}-${Math.floor(n / pactLength)}`;
  const revision = n % pactLength;
  const event = pactEvents({ pact, region: regionOf(place) })[revision];
  if (event === undefined) throw new RangeError(`A pact here has ${pactLength} events`);
  return { stream: pactStream(pact), revision, event };
}

/** Published, then corrected once; the year after it begins the next scorecard. */
function publicationFact(place: number, n: number): Fact {
  const key: ScorecardKey = {
    region: regionOf(place),
    instrument: `MCP${Math.floor(place / provinces / regenciesEach)}`,
    year: 2000 + Math.floor(n / 2),
  };
  const revision = n % 2;
  const event = revision === 0 ? published(key, '71.5') : amended(key, '71.5', '72');
  return { stream: scorecardStream(key), revision, event };
}

/** A region's registration while there are new ones, then a plan of its own. */
function registrationFact(place: number, n: number): Fact {
  const isNew = place < provinces * regenciesEach;
  if (!isNew || n > 0) return planFact(`regional-${place}`, place, isNew ? n - 1 : n);
  const region = regionOf(place);
  return { stream: regionStream(region), revision: 0, event: registered(region) };
}
