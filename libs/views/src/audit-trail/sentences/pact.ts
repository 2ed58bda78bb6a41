import type { CalendarDate } from '@jejak/domain';
import type { PactBreachConcluded, PactBreachReported } from '@jejak/domain/pact/breach/events';
import type { UnitSignaturesCounted } from '@jejak/domain/pact/coverage/events';
import type {
  PactSuperseded,
  PactTextRetired,
  SignatureSuperseded,
} from '@jejak/domain/pact/events';
import type { SignatureClaimed } from '@jejak/domain/pact/signer/events';

const since = (on: CalendarDate | null): string => (on === null ? '' : ` on ${on}`);

/** What the audit trail says about texts, signatures, coverage and breaches; never who reported one. */
export const pactSentences = {
  SignatureClaimed: ({ pact, region, textVersion }: SignatureClaimed['data']) =>
    `A signature under text ${textVersion} was claimed for pact ${pact} of ${region}`,
  PactTextRetired: ({ version, lastDay, reason }: PactTextRetired['data']) =>
    `Pact text ${version} was retired after ${lastDay}: ${reason}`,
  PactSuperseded: ({ pact, region, ground, reason, on }: PactSuperseded['data']) =>
    `Pact ${pact} of ${region} was superseded${since(on)} (${ground}): ${reason}`,
  SignatureSuperseded: ({ pact, signatory, ground, reason, on }: SignatureSuperseded['data']) =>
    `The signature of ${signatory.name ?? signatory.position} under pact ${pact} was superseded${since(on)} (${ground}): ${reason}`,
  UnitSignaturesCounted: (data: UnitSignaturesCounted['data']) =>
    `${data.signed} of ${data.staff} staff of ${data.unitName} (${data.region}) had signed as of ${data.asOf}, by ${data.source.id}`,
  PactBreachReported: ({ breach, pact, appealOf }: PactBreachReported['data']) =>
    `A breach of pact ${pact} was reported as case ${breach}${appealOf === null ? '' : `, an appeal against ${appealOf}`}`,
  PactBreachConcluded: ({ breach, finding, reason }: PactBreachConcluded['data']) =>
    `Case ${breach} was concluded as ${finding}: ${reason}`,
};
