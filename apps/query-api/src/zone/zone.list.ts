import {
  openEnd,
  type PredicateDocument,
  predicateRegister,
  zoneCycles,
  zoneDeclarations,
} from '@jejak/views';
import type { QueryFilter } from '@jejak/views';

import { listOf } from '../reading/list';

export const zoneList = listOf(zoneCycles, {
  path: '/v1/zones',
  filters: {
    region: 'region',
    unit: 'unit',
    year: { field: 'year', read: Number },
    stage: 'stage',
    target: 'target',
  },
  sorts: { year: 'year' },
  columns: {
    region: ({ region }) => region,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    year: ({ year }) => year,
    target: ({ target }) => target,
    stage: ({ stage }) => stage,
    publishedOnly: ({ publishedOnly }) => String(publishedOnly),
    selfTotal: ({ results }) => results.SELF?.total ?? null,
    internalTotal: ({ results }) => results.TPI?.total ?? null,
    nationalTotal: ({ results }) => results.TPN?.total ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const declarationList = listOf(zoneDeclarations, {
  path: '/v1/zones/declarations',
  filters: { region: 'region' },
  sorts: { declaredOn: 'declaredOn' },
  columns: {
    region: ({ region }) => region,
    declaredOn: ({ declaredOn }) => declaredOn,
    publication: ({ publication }) => publication,
    witnesses: ({ witnesses }) => witnesses.join('; '),
    asOf: ({ asOf }) => asOf,
    staff: ({ staff }) => staff,
    signed: ({ signed }) => signed,
    percent: ({ percent }) => percent,
    owed: ({ owed }) => owed,
    source: ({ source }) => source?.id ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});

/** A grant as it is shown: what has no last day has none. */
export interface PredicateItem extends Omit<PredicateDocument, 'heldUntil'> {
  readonly heldUntil: string | null;
}

export const predicateItem = (document: PredicateDocument): PredicateItem => ({
  ...document,
  heldUntil: document.heldUntil === openEnd ? null : document.heldUntil,
});

export const predicateList = listOf(predicateRegister, {
  path: '/v1/predicates',
  filters: { region: 'region', unit: 'unit', predicate: 'predicate' },
  sorts: { grantedOn: 'grantedOn' },
  item: predicateItem,
  columns: {
    region: ({ region }) => region,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    predicate: ({ predicate }) => predicate,
    year: ({ year }) => year,
    grantedOn: ({ grantedOn }) => grantedOn,
    decisionNumber: ({ decisionNumber }) => decisionNumber,
    validUntil: ({ validUntil }) => validUntil,
    heldUntil: ({ heldUntil }) => heldUntil,
    endedBy: ({ ended }) => ended?.by ?? null,
    endedOn: ({ ended }) => ended?.on ?? null,
    source: ({ source }) => source?.id ?? null,
  },
});

/** Who holds a predicate on a day: granted on it or before, and held until it or later. */
export const heldOnDay = (day: string | undefined): QueryFilter =>
  day === undefined ? {} : { grantedOn: { $lte: day }, heldUntil: { $gte: day } };
