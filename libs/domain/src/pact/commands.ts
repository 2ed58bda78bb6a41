import type { CommandContext } from '../command-context';
import type { CalendarDate } from '../values';
import type {
  PactDrafted,
  PactKey,
  PactParty,
  PactSignatory,
  PactSuperseded,
  PactTextPublished,
  PactTextRetired,
  SignatureSuperseded,
  WitnessCapacity,
} from './events';
import type { SignerClaim } from './signer/state';

export type PublishPactText = CommandContext &
  PactTextPublished['data'] & { readonly type: 'PublishPactText' };

export type RetirePactText = CommandContext &
  PactTextRetired['data'] & { readonly type: 'RetirePactText' };

export type PactTextCommand = PublishPactText | RetirePactText;

export type DraftPact = CommandContext &
  PactDrafted['data'] & {
    readonly type: 'DraftPact';
    /** The wording `textVersion` names, or null where it was never published. */
    readonly text: PactTextPublished['data'] | null;
    /** Last day on which that wording may be signed; null while it is not retired. */
    readonly textLastDay: CalendarDate | null;
    readonly regionRegistered: boolean;
  };

export type SignPact = CommandContext & {
  readonly type: 'SignPact';
  readonly signatory: PactSignatory;
  readonly signedOn: CalendarDate;
  /** Last day on which the pact's wording may be signed; null while it is not retired. */
  readonly textLastDay: CalendarDate | null;
  /** Which pact has claimed this signature; null where none has, or nobody is named. */
  readonly claim: SignerClaim | null;
  readonly signatureReference: string | null;
};

export type WitnessPact = CommandContext & {
  readonly type: 'WitnessPact';
  readonly witness: PactParty;
  readonly capacity: WitnessCapacity | null;
  readonly witnessedOn: CalendarDate;
};

export type PublishPact = CommandContext & {
  readonly type: 'PublishPact';
  readonly publishedOn: CalendarDate;
  readonly publicationReference: string;
};

export type SupersedePact = CommandContext & {
  readonly type: 'SupersedePact';
  readonly ground: PactSuperseded['data']['ground'];
  readonly reason: string;
  readonly successor: string | null;
  /** The day on which the position changed or the other text came into force. */
  readonly on: CalendarDate;
};

export type SupersedeSignature = CommandContext &
  Omit<SignatureSuperseded['data'], keyof PactKey | 'on'> & {
    readonly type: 'SupersedeSignature';
    /** The day on which they left the office or the other text came into force. */
    readonly on: CalendarDate;
  };

/** Every command on one pact; `DraftPact` names it, the others find it by its stream. */
export type PactCommand =
  DraftPact | SignPact | WitnessPact | PublishPact | SupersedePact | SupersedeSignature;
