import { requirePermission } from '@jejak/access';
import { pactStream, pactTextStream, regionStream } from '@jejak/domain';
import {
  lastDayOfText,
  type PactState,
  type PactTextState,
  pact,
  pactText,
  publishedText,
} from '@jejak/domain/pact';
import { isRegistered, region } from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { optionalSourceFrom } from '../edge/parts';
import { ofRegion, ofSuccessor } from '../edge/unregistered';
import { claimedSignature } from './claim-signature';
import {
  DraftPactBody,
  PublishPactBody,
  PublishPactTextBody,
  RetirePactTextBody,
  SignPactBody,
  SupersedePactBody,
  SupersedeSignatureBody,
  WitnessPactBody,
} from './pact.bodies';
import { textSha256 } from './text-sha256';

const onPactText = commandsOn(pactText, pactTextStream);
const onPact = commandsOn(pact, pactStream);

/** Where there is a draft, its region decides; without one the command is refused anyway. */
const regionOf = (_: unknown, state: PactState): string | undefined =>
  state.status === 'undrafted' ? undefined : state.draft.region;

/**
 * A retirement is all that can follow a publication: until there is one, another process may have
 * recorded it, so the stream is read to its end.
 */
const textOf = (ledger: Ledger, version: string): Promise<PactTextState> =>
  ledger.refer(pactText, pactTextStream(version), ({ status }) => status === 'retired');

export const publishPactText = onPactText(PublishPactTextBody, {
  action: 'pact-text.publish',
  region: () => null,
  command: ({ key, body }) => {
    const clauses = body.clauses.map(({ obligation, text }) => ({ obligation, text }));
    return {
      type: 'PublishPactText',
      version: key,
      title: body.title,
      legalBasis: body.legalBasis,
      clauses,
      sha256: textSha256(clauses),
    };
  },
});

export const retirePactText = onPactText(RetirePactTextBody, {
  action: 'pact-text.retire',
  region: () => null,
  command: ({ key, body }) => ({
    type: 'RetirePactText',
    version: key,
    lastDay: body.lastDay,
    reason: body.reason,
  }),
});

export const draftPact = onPact(DraftPactBody, {
  action: 'pact.draft',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    textState: await textOf(ledger, body.textVersion),
    regionState: await ledger.refer(region, regionStream(body.region), isRegistered),
  }),
  command: ({ key, body }, { textState, regionState }) => ({
    type: 'DraftPact',
    pact: key,
    region: body.region,
    textVersion: body.textVersion,
    occasion: body.occasion,
    date: body.date,
    place: body.place ?? null,
    symbolicSigners: (body.symbolicSigners ?? []).map(({ group, count }) => ({
      group,
      count: count ?? null,
    })),
    source: optionalSourceFrom(body.source),
    text: publishedText(textState),
    textLastDay: lastDayOfText(textState),
    regionRegistered: isRegistered(regionState),
  }),
});

const signatureFrom = (body: SignPactBody, textLastDay: string | null) => ({
  type: 'SignPact' as const,
  signatory: {
    position: body.position,
    name: body.name ?? null,
    outside: body.outside ?? false,
    region: body.region ?? null,
  },
  signedOn: body.signedOn,
  textLastDay,
  signatureReference: body.signatureReference ?? null,
});

export const signPact = onPact(SignPactBody, {
  action: 'pact.sign',
  region: regionOf,
  unregistered: (ledger, { body }) => ofRegion(ledger, body.region),
  refer: async (ledger, { key, body, principal, envelope }) => {
    const pactState = await ledger.refer(pact, pactStream(key), () => false);
    if (pactState.status === 'undrafted') return { ...signatureFrom(body, null), claim: null };
    // Claiming is part of signing.
    requirePermission(principal, 'pact.sign', pactState.draft.region);
    const text = await textOf(ledger, pactState.draft.textVersion);
    const signature = signatureFrom(body, lastDayOfText(text));
    const claim = await claimedSignature(ledger, { pactState, signature, envelope });
    return { ...signature, claim };
  },
  command: (_, signature) => signature,
});

export const witnessPact = onPact(WitnessPactBody, {
  action: 'pact.witness',
  region: regionOf,
  command: ({ body }) => ({
    type: 'WitnessPact',
    witness: { position: body.position, name: body.name ?? null },
    capacity: body.capacity ?? null,
    witnessedOn: body.witnessedOn,
  }),
});

export const publishPact = onPact(PublishPactBody, {
  action: 'pact.publish',
  region: regionOf,
  command: ({ body }) => ({
    type: 'PublishPact',
    publishedOn: body.publishedOn,
    publicationReference: body.publicationReference,
  }),
});

export const supersedePact = onPact(SupersedePactBody, {
  action: 'pact.supersede',
  region: regionOf,
  unregistered: (ledger, { body }) => ofSuccessor(ledger, body.successor),
  command: ({ body }) => ({
    type: 'SupersedePact',
    ground: body.ground,
    reason: body.reason,
    successor: body.successor ?? null,
    on: body.on,
  }),
});

export const supersedeSignature = onPact(SupersedeSignatureBody, {
  action: 'pact.supersede-signature',
  region: regionOf,
  unregistered: (ledger, { body }) => ofSuccessor(ledger, body.successor),
  command: ({ body }) => ({
    type: 'SupersedeSignature',
    signatory: { position: body.position, name: body.name ?? null },
    ground: body.ground,
    reason: body.reason,
    successor: body.successor ?? null,
    on: body.on,
  }),
});
