import type {
  PactBreachConcluded,
  PactBreachEvent,
  PactBreachReported,
} from '@jejak/domain/pact/breach/events';
import type { PactCoverageEvent, UnitSignaturesCounted } from '@jejak/domain/pact/coverage/events';
import {
  pactObligations,
  type PactClause,
  type PactDrafted,
  type PactEvent,
  type PactParty,
  type PactPublished,
  type PactSignatory,
  type PactSigned,
  type PactSuperseded,
  type PactTextEvent,
  type PactTextPublished,
  type PactTextRetired,
  type PactWitnessed,
  type SignatureSuperseded,
  type SymbolicSigners,
} from '@jejak/domain/pact/events';

import type { PactSignerEvent, SignatureClaimed } from '@jejak/domain/pact/signer/events';

import { calendarDate, decimalText, instant, sha256, source } from './common-shapes';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const clause = record<PactClause>({ obligation: oneOf(...pactObligations), text });

const party = { position: text, name: nullable(text) };

/** The first version knew only groups that were counted. */
type CountedGroup = SymbolicSigners & { readonly count: number };
type DraftedWithCounts = Omit<PactDrafted['data'], 'symbolicSigners'> & {
  readonly symbolicSigners: readonly CountedGroup[];
};

/** The first version knew no region of a party: everybody signed for the pact's own. */
type PartyOfOneRegion = Omit<PactSignatory, 'region'>;
type SignedWithoutRegion = Omit<PactSigned['data'], 'signatory'> & {
  readonly signatory: PartyOfOneRegion;
};

const key = { pact: text, region: text };

const drafted = {
  ...key,
  textVersion: text,
  occasion: text,
  date: calendarDate,
  place: nullable(text),
  source: nullable(source),
};

const signed = { ...key, signedOn: calendarDate, signatureReference: nullable(text) };

const signature = { ...key, signatory: record<PactParty>(party) };

const supersession = {
  ground: oneOf('position-changed', 'text-replaced'),
  reason: text,
  successor: nullable(text),
};

/** The first version did not say on which day: it counted from the instant of its recording. */
type OfNoDay<Event extends { readonly data: { readonly on: unknown } }> = Omit<Event['data'], 'on'>;

export const pactTextSchemas: SchemasOf<PactTextEvent> = {
  PactTextPublished: firstVersion(
    record<PactTextPublished['data']>({
      version: text,
      title: text,
      legalBasis: text,
      clauses: list(clause),
      sha256,
    }),
  ),
  PactTextRetired: firstVersion(
    record<PactTextRetired['data']>({ version: text, lastDay: calendarDate, reason: text }),
  ),
};

export const pactSchemas: SchemasOf<PactEvent> = {
  PactDrafted: nextVersion(
    firstVersion(
      record<DraftedWithCounts>({
        ...drafted,
        symbolicSigners: list(record<CountedGroup>({ group: text, count: integer })),
      }),
    ),
    record<PactDrafted['data']>({
      ...drafted,
      symbolicSigners: list(record<SymbolicSigners>({ group: text, count: nullable(integer) })),
    }),
    (data) => data,
  ),
  PactSigned: nextVersion(
    firstVersion(
      record<SignedWithoutRegion>({
        ...signed,
        signatory: record<PartyOfOneRegion>({ ...party, outside: truth }),
      }),
    ),
    record<PactSigned['data']>({
      ...signed,
      signatory: record<PactSignatory>({ ...party, outside: truth, region: nullable(text) }),
    }),
    (data) => ({ ...data, signatory: { ...data.signatory, region: null } }),
  ),
  PactWitnessed: firstVersion(
    record<PactWitnessed['data']>({
      ...key,
      witness: record<PactParty>(party),
      capacity: nullable(oneOf('direct-superior', 'designated')),
      witnessedOn: calendarDate,
    }),
  ),
  PactPublished: firstVersion(
    record<PactPublished['data']>({
      ...key,
      publishedOn: calendarDate,
      publicationReference: text,
    }),
  ),
  PactSuperseded: nextVersion(
    firstVersion(record<OfNoDay<PactSuperseded>>({ ...key, ...supersession })),
    record<PactSuperseded['data']>({ ...key, ...supersession, on: nullable(calendarDate) }),
    (data) => ({ ...data, on: null }),
  ),
  SignatureSuperseded: nextVersion(
    firstVersion(record<OfNoDay<SignatureSuperseded>>({ ...signature, ...supersession })),
    record<SignatureSuperseded['data']>({
      ...signature,
      ...supersession,
      on: nullable(calendarDate),
    }),
    (data) => ({ ...data, on: null }),
  ),
};

export const pactSignerSchemas: SchemasOf<PactSignerEvent> = {
  SignatureClaimed: firstVersion(
    record<SignatureClaimed['data']>({
      ...key,
      signer: sha256,
      textVersion: text,
      claimedAt: instant,
    }),
  ),
};

export const pactCoverageSchemas: SchemasOf<PactCoverageEvent> = {
  UnitSignaturesCounted: firstVersion(
    record<UnitSignaturesCounted['data']>({
      region: text,
      unit: text,
      unitName: text,
      staff: integer,
      signed: integer,
      percent: decimalText,
      asOf: calendarDate,
      source,
    }),
  ),
};

const breachKey = { breach: text, region: text };

export const pactBreachSchemas: SchemasOf<PactBreachEvent> = {
  PactBreachReported: firstVersion(
    record<PactBreachReported['data']>({
      ...breachKey,
      pact: text,
      position: text,
      obligations: list(oneOf(...pactObligations)),
      reporter: text,
      reportedOn: calendarDate,
      recordedBy: text,
      appealOf: nullable(text),
    }),
  ),
  PactBreachConcluded: firstVersion(
    record<PactBreachConcluded['data']>({
      ...breachKey,
      finding: oneOf('proven', 'not-proven'),
      sanctionReference: nullable(text),
      reason: text,
      concludedOn: calendarDate,
      concludedBy: text,
    }),
  ),
};
