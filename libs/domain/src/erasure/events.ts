import type { CountedTerm } from '../calendar';
import type { DomainEvent } from '../decider';
import type { CalendarDate } from '../values';
import type { ErasureExemption } from './policy';

/** What every event about a request repeats, so that it can be read by itself. */
export interface ErasureKey {
  /**
   * The subject of the vault whose key is asked to be destroyed: a random UUID that was drawn for a
   * case or a person and derived from neither. Nothing else in these events says whom they are about.
   */
  readonly subject: string;
  readonly region: string;
  /** Of this subject, from 1: who was refused may ask again. */
  readonly request: number;
}

/** How a recorded request may be made (UU 27/2022 art. 14). */
export const erasureChannels = ['electronic', 'non-electronic'] as const;
export type ErasureChannel = (typeof erasureChannels)[number];

export type ErasureRequested = DomainEvent<
  'ErasureRequested',
  ErasureKey & {
    readonly channel: ErasureChannel;
    readonly receivedOn: CalendarDate;
    /** Last day to execute it, or to refuse it on a ground. */
    readonly executeBy: CalendarDate;
    /** How that day was counted: in calendar days, see `ErasureRules`. */
    readonly counted: CountedTerm;
    readonly policyVersion: number;
    readonly recordedBy: string;
  }
>;

export type ErasureGranted = DomainEvent<
  'ErasureGranted',
  ErasureKey & { readonly decidedOn: CalendarDate; readonly decidedBy: string }
>;

export type ErasureRefused = DomainEvent<
  'ErasureRefused',
  ErasureKey & {
    readonly decidedOn: CalendarDate;
    /** As the law gives it (UU 27/2022 art. 15 paragraph 1), in the version of the policy below. */
    readonly ground: ErasureExemption;
    /** The law that is carried out: an exemption serves no other end (art. 15 paragraph 2). */
    readonly law: string;
    readonly policyVersion: number;
    readonly late: boolean;
    readonly decidedBy: string;
  }
>;

/**
 * The key is destroyed: recorded after it was, never before. What was sealed under it stays in the log
 * as ciphertext that nobody can open, so that the chain of events still proves itself.
 */
export type SubjectKeyShredded = DomainEvent<
  'SubjectKeyShredded',
  ErasureKey & { readonly shreddedBy: string }
>;

export type ErasureEvent = ErasureRequested | ErasureGranted | ErasureRefused | SubjectKeyShredded;
