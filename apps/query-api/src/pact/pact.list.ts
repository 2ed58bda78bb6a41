import {
  pactBreaches,
  ceremonyOf,
  pactCoverage,
  pactRegister,
  pactTexts,
  shownBreach,
} from '@jejak/views';

import { listOf } from '../reading/list';

export const pactList = listOf(pactRegister, {
  path: '/v1/pacts',
  filters: { region: 'region', province: 'province', state: 'state' },
  sorts: { date: 'date', changedAt: 'changedAt' },
  columns: {
    pact: ({ pact }) => pact,
    region: ({ region }) => region,
    province: ({ province }) => province,
    textVersion: ({ textVersion }) => textVersion,
    occasion: ({ occasion }) => occasion,
    date: ({ date }) => date,
    place: ({ place }) => place,
    state: ({ state }) => state,
    signatories: ({ signatories }) => signatories.length,
    witnesses: ({ witnesses }) => witnesses.length,
    symbolicSigners: ({ symbolicSigners }) =>
      symbolicSigners.map(({ group, count }) => `${group} ${count ?? '?'}`).join('; '),
    toSignAgain: ({ toSignAgain }) => toSignAgain,
    publishedOn: ({ publishedOn }) => publishedOn,
    publicationReference: ({ publicationReference }) => publicationReference,
    supersessionGround: ({ superseded }) => superseded?.ground ?? null,
    supersededOn: ({ superseded }) => superseded?.on ?? null,
    source: ({ source }) => source?.id ?? null,
    draftedAt: ({ draftedAt }) => draftedAt,
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const pactTextList = listOf(pactTexts, {
  path: '/v1/pact-texts',
  filters: { state: 'state' },
  sorts: { changedAt: 'changedAt' },
  columns: {
    version: ({ version }) => version,
    title: ({ title }) => title,
    legalBasis: ({ legalBasis }) => legalBasis,
    sha256: ({ sha256 }) => sha256,
    state: ({ state }) => state,
    lastDay: ({ lastDay }) => lastDay,
    retiredBecause: ({ retiredBecause }) => retiredBecause,
    publishedAt: ({ publishedAt }) => publishedAt,
    changedAt: ({ changedAt }) => changedAt,
  },
});

export const ceremonyList = listOf(pactRegister, {
  path: '/v1/pacts/ceremonies',
  filters: { region: 'region', province: 'province', state: 'state' },
  sorts: { date: 'date' },
  item: (document) => ceremonyOf(document),
  columns: {
    pact: ({ pact }) => pact,
    region: ({ region }) => region,
    date: ({ date }) => date,
    place: ({ place }) => place,
    occasion: ({ occasion }) => occasion,
    parties: ({ parties }) => parties.length,
    unnamed: ({ parties }) => parties.filter(({ name }) => name === null).length,
    regions: ({ regions }) => regions.join(' '),
    source: ({ source }) => source?.id ?? null,
  },
});

export const coverageList = listOf(pactCoverage, {
  path: '/v1/pacts/coverage',
  filters: { region: 'region', province: 'province', unit: 'unit' },
  sorts: { asOf: 'asOf' },
  columns: {
    region: ({ region }) => region,
    province: ({ province }) => province,
    unit: ({ unit }) => unit,
    unitName: ({ unitName }) => unitName,
    staff: ({ staff }) => staff,
    signed: ({ signed }) => signed,
    percent: ({ percent }) => percent,
    asOf: ({ asOf }) => asOf,
    source: ({ source }) => source.id,
    counts: ({ counts }) => counts.length,
    recordedAt: ({ recordedAt }) => recordedAt,
  },
});

export const breachList = listOf(pactBreaches, {
  path: '/v1/pacts/breaches',
  filters: { region: 'region', province: 'province', state: 'state' },
  sorts: { reportedOn: 'reportedOn' },
  item: shownBreach,
  columns: {
    breach: ({ breach }) => breach,
    region: ({ region }) => region,
    province: ({ province }) => province,
    pact: ({ pact }) => pact,
    office: ({ office }) => office,
    obligations: ({ obligations }) => obligations.join(' '),
    state: ({ state }) => state,
    reportedOn: ({ reportedOn }) => reportedOn,
    finding: ({ finding }) => finding,
    sanctionReference: ({ sanctionReference }) => sanctionReference,
    concludedOn: ({ concludedOn }) => concludedOn,
    appealOf: ({ appealOf }) => appealOf,
    changedAt: ({ changedAt }) => changedAt,
  },
});
