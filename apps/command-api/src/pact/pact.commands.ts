import { pactStream, pactTextStream, regionStream } from '@jejak/domain';
import { type PactState, pact, pactText, publishedText } from '@jejak/domain/pact';
import { isRegistered, region } from '@jejak/domain/region';

import { commandsOn } from '../edge/command-on';
import { optionalSourceFrom } from '../edge/parts';
import { ofRegion, ofSuccessor } from '../edge/unregistered';
import {
  DraftPactBody,
  PublishPactBody,
  PublishPactTextBody,
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

export const draftPact = onPact(DraftPactBody, {
  action: 'pact.draft',
  region: ({ body }) => body.region,
  refer: async (ledger, { body }) => ({
    text: publishedText(
      await ledger.refer(
        pactText,
        pactTextStream(body.textVersion),
        (state) => state.status === 'published',
      ),
    ),
    regionState: await ledger.refer(region, regionStream(body.region), isRegistered),
  }),
  command: ({ key, body }, { text, regionState }) => ({
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
    text,
    regionRegistered: isRegistered(regionState),
  }),
});

export const signPact = onPact(SignPactBody, {
  action: 'pact.sign',
  region: regionOf,
  unregistered: (ledger, { body }) => ofRegion(ledger, body.region),
  command: ({ body }) => ({
    type: 'SignPact',
    signatory: {
      position: body.position,
      name: body.name ?? null,
      outside: body.outside ?? false,
      region: body.region ?? null,
    },
    signedOn: body.signedOn,
    signatureReference: body.signatureReference ?? null,
  }),
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
  }),
});
