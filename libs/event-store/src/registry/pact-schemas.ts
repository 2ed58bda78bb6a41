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
  type PactWitnessed,
} from '@jejak/domain/pact/events';

import { calendarDate, sha256, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, oneOf, text, truth } from './shape';

const clause = record<PactClause>({ obligation: oneOf(...pactObligations), text });

const party = { position: text, name: nullable(text) };

const symbolicSigner = record<{ readonly group: string; readonly count: number }>({
  group: text,
  count: integer,
});

const key = { pact: text, region: text };

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
};

export const pactSchemas: SchemasOf<PactEvent> = {
  PactDrafted: firstVersion(
    record<PactDrafted['data']>({
      ...key,
      textVersion: text,
      occasion: text,
      date: calendarDate,
      place: nullable(text),
      symbolicSigners: list(symbolicSigner),
      source: nullable(source),
    }),
  ),
  PactSigned: firstVersion(
    record<PactSigned['data']>({
      ...key,
      signatory: record<PactSignatory>({ ...party, outside: truth }),
      signedOn: calendarDate,
      signatureReference: nullable(text),
    }),
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
  PactSuperseded: firstVersion(
    record<PactSuperseded['data']>({
      ...key,
      ground: oneOf('position-changed', 'text-replaced'),
      reason: text,
      successor: nullable(text),
    }),
  ),
};
