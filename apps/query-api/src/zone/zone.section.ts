import {
  predicateOn,
  predicateRegister,
  zoneCycles,
  zoneDeclarationOn,
  zoneDeclarations,
  zoneId,
  zoneOn,
} from '@jejak/views';

import { answeredFrom, type RegionSection } from '../region-page/section';
import { zoneDeclarationShown } from './declaration-shown';
import { predicateItem } from './predicate-item';
import { zoneShown } from './zone-shown';

/** Whether the region has declared an integrity zone, with the pacts of its staff counted by the day. */
export const zoneDeclarationSection: RegionSection = {
  name: 'zoneDeclarations',
  views: [zoneDeclarations],
  policies: ['zone-sheet'],
  more: (region) => `/v1/zones/declarations?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, zoneDeclarations, {
      filter: { region, declaredOn: { $lte: day } },
      on: (document) => {
        const declaration = zoneDeclarationOn(document, day);
        return declaration && zoneDeclarationShown(declaration, unconfirmed);
      },
    }),
};

/** Every step of a cycle carries its day: the cycles are shown as far as they had come. */
export const zoneSection: RegionSection = {
  name: 'zones',
  views: [zoneCycles],
  policies: ['zone-window'],
  more: (region) => `/v1/zones?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, zoneCycles, {
      filter: { region, year: { $lte: Number(day.slice(0, 4)) } },
      sort: { year: -1, _id: -1 },
      on: (cycle) => {
        const zone = zoneOn(cycle, day);
        return zone && { zone: zoneId(zone), ...zoneShown(zone, unconfirmed) };
      },
    }),
};

/** Grants up to the day, whether they were still held then or not. */
export const predicateSection: RegionSection = {
  name: 'predicates',
  views: [predicateRegister],
  policies: ['zone-monitoring'],
  more: (region) => `/v1/predicates?region=${region}`,
  read: (reading, region, { day }, unconfirmed) =>
    answeredFrom(reading, predicateRegister, {
      filter: { region, grantedOn: { $lte: day } },
      sort: { grantedOn: -1, _id: -1 },
      on: (document) => {
        const grant = predicateOn(document, day);
        if (grant === null) return null;
        const held = grant.spans.some(({ from, until }) => from <= day && day <= until);
        return { ...predicateItem(grant, unconfirmed), held };
      },
    }),
};
