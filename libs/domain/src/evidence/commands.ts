import type { CommandContext } from '../command-context';
import type { EvidencePlace } from '../scorecard/closing';
import type { DecimalText, Instant } from '../values';
import type { EvidenceKey } from './events';

/** What the scorecard says about a sub-indicator, as far as a decision about its evidence needs it. */
export interface ScorecardReading {
  /** Null where the sub-indicator is not assessed for the region. */
  readonly place: EvidencePlace | null;
  /** Last instant of the uploads; null while none is announced. */
  readonly closesAt: Instant | null;
}

interface Referring {
  /** Null where the scorecard is not open. */
  readonly scorecard: ScorecardReading | null;
}

export type SubmitEvidence = CommandContext &
  EvidenceKey &
  Referring & {
    readonly type: 'SubmitEvidence';
    readonly document: string;
    readonly sha256: string;
    /** Bytes. */
    readonly size: number;
    readonly title: string;
    /** When another system took it in; only a system may say so. Null: now. */
    readonly handedInAt: Instant | null;
  };

interface Reviewing {
  readonly receipt: string;
  /** Region codes the reviewer answers for, or `*`. */
  readonly jurisdiction: readonly string[];
}

export type VerifyEvidence = CommandContext &
  EvidenceKey &
  Referring &
  Reviewing & {
    readonly type: 'VerifyEvidence';
    readonly points: DecimalText;
    readonly note: string | null;
  };

export type ReturnEvidence = CommandContext &
  EvidenceKey &
  Referring &
  Reviewing & { readonly type: 'ReturnEvidence'; readonly reason: string };

/** Part of finalising a scorecard: ends the reviews of one sub-indicator with what they came to. */
export type CountEvidence = CommandContext &
  EvidenceKey &
  Referring & { readonly type: 'CountEvidence' };

export type EvidenceCommand = SubmitEvidence | VerifyEvidence | ReturnEvidence | CountEvidence;
