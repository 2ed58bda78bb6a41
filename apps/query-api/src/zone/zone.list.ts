import { predicateRegister, zoneCycles, zoneDeclarations } from '@jejak/views';
import type { QueryFilter } from '@jejak/views';

import { listOf } from '../reading/list';
import { zoneDeclarationShown } from './declaration-shown';
import { predicateItem } from './predicate-item';
import { zoneShown } from './zone-shown';

export const zoneList = listOf(zoneCycles, {
  path: '/v1/zones',
  filters: {
    region: 'region',
    province: 'province',
    unit: 'unit',
    year: { field: 'year', read: Number },
    stage: 'stage',
    target: 'target',
  },
  sorts: { year: 'year' },
  policies: ['zone-window'],
  item: (cycle, _id, _query, unconfirmed) => zoneShown(cycle, unconfirmed),
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    form: ({ form }) => form,
    year: ({ year }) => year,
    target: ({ target }) => target,
    stage: ({ stage }) => stage,
    steps: ({ steps }) => steps.map(({ stage, on }) => `${stage} ${on ?? '?'}`).join('; '),
    sheetVersion: ({ sheetVersion }) => sheetVersion,
    publishedOnly: ({ publishedOnly }) => String(publishedOnly),
    selfTotal: ({ results }) => results.SELF?.total ?? null,
    internalTotal: ({ results }) => results.TPI?.total ?? null,
    nationalTotal: ({ results }) => results.TPN?.total ?? null,
    prerequisitesUnmet: ({ prerequisites }) =>
      prerequisites
        ?.filter(({ met }) => !met)
        .map(({ id }) => id)
        .join(' ') ?? null,
    reasons: ({ reasons }) => reasons.join('; '),
    overrideGround: ({ overrideGround }) => overrideGround,
    publications: ({ publications }) => publications.length,
    windowOpensOn: ({ window }) => window?.opensOn ?? null,
    windowClosesOn: ({ window }) => window?.closesOn ?? null,
    windowPolicyVersion: ({ window }) => window?.policyVersion ?? null,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    windowUnconfirmed: ({ window }) => window?.unconfirmed.join('; ') ?? null,
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const declarationList = listOf(zoneDeclarations, {
  path: '/v1/zones/declarations',
  filters: { region: 'region', province: 'province' },
  sorts: { declaredOn: 'declaredOn' },
  policies: ['zone-sheet'],
  item: (declaration, _id, _query, unconfirmed) => zoneDeclarationShown(declaration, unconfirmed),
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    declaredOn: ({ declaredOn }) => declaredOn,
    publication: ({ publication }) => publication,
    witnesses: ({ witnesses }) => witnesses.join('; '),
    asOf: ({ asOf }) => asOf,
    staff: ({ staff }) => staff,
    signed: ({ signed }) => signed,
    percent: ({ percent }) => percent,
    owed: ({ owed }) => owed,
    counts: ({ counts }) => counts.length,
    policyVersion: ({ policyVersion }) => policyVersion,
    source: ({ source }) => source?.id ?? null,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const predicateList = listOf(predicateRegister, {
  path: '/v1/predicates',
  filters: { region: 'region', province: 'province', unit: 'unit', predicate: 'predicate' },
  sorts: { grantedOn: 'grantedOn' },
  policies: ['zone-monitoring'],
  item: (grant, _id, _query, unconfirmed) => predicateItem(grant, unconfirmed),
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    predicate: ({ predicate }) => predicate,
    year: ({ year }) => year,
    grantedOn: ({ grantedOn }) => grantedOn,
    decisionNumber: ({ decisionNumber }) => decisionNumber,
    validUntil: ({ validUntil }) => validUntil,
    grantedUntil: ({ grantedUntil }) => grantedUntil,
    heldUntil: ({ heldUntil }) => heldUntil,
    monitoringDueOn: ({ monitoringDue }) => monitoringDue?.dueOn ?? null,
    monitoringPolicyVersion: ({ monitoringDue }) => monitoringDue?.policyVersion ?? null,
    spans: ({ spans }) => spans.map(({ from, until }) => `${from}/${until ?? ''}`).join('; '),
    retentions: ({ retentions }) => retentions.length,
    monitoring: ({ monitoring }) => monitoring.length,
    endedBy: ({ ended }) => ended?.by ?? null,
    endedOn: ({ ended }) => ended?.on ?? null,
    source: ({ source }) => source?.id ?? null,
    unconfirmed: ({ unconfirmed }) => unconfirmed.join('; '),
    changedAt: ({ changedAt }) => changedAt,
  },
});

/** Who holds a predicate on a day: not who had let it lapse by then and had it retained later. */
export const heldOnDay = (day: string | undefined): QueryFilter =>
  day === undefined ? {} : { spans: { $elemMatch: { from: { $lte: day }, until: { $gte: day } } } };
