import type { Calendars } from '../calendar';
import { CorruptStreamError } from '../corrupt-stream';
import type { CalendarDate } from '../values';
import type { PolicyContents, PolicyKind, PolicyOfKind } from './contents';
import type { PolicyDescription, PolicyEvent } from './events';

export type PolicyDraft = PolicyOfKind &
  PolicyDescription & {
    readonly version: number;
    readonly draftedBy: string;
    readonly contentSha256: string;
  };

export type PolicyVersion = PolicyDraft & {
  readonly approvedBy: string;
  /** Null while it is not retired. */
  readonly lastDay: CalendarDate | null;
};

export interface PolicyState {
  /** Version n stands at place n - 1. */
  readonly approved: readonly PolicyVersion[];
  /** The version that waits for a second person, if any. */
  readonly draft: PolicyDraft | null;
}

export const initialState = (): PolicyState => ({ approved: [], draft: null });

export function evolve(state: PolicyState, event: PolicyEvent): PolicyState {
  switch (event.type) {
    case 'PolicyDrafted':
      return { ...state, draft: event.data };
    case 'PolicyApproved': {
      if (state.draft === null) throw new CorruptStreamError(event.type, 'without draft');
      const { approvedBy } = event.data;
      const version = { ...state.draft, approvedBy, lastDay: null };
      return { approved: [...state.approved, version], draft: null };
    }
    case 'PolicyRetired': {
      const { version, lastDay } = event.data;
      const approved = state.approved.map((one) =>
        one.version === version ? { ...one, lastDay } : one,
      );
      return { ...state, approved };
    }
  }
}

/** A version as a decision takes it along. */
export interface PolicyInForce<Kind extends PolicyKind> extends PolicyDescription {
  readonly kind: Kind;
  readonly version: number;
  readonly content: PolicyContents[Kind];
}

/**
 * The version that applies on a day: the latest one whose first day has come, unless it was retired
 * before. Null when none does: a decision then has nothing to rest on and must be refused.
 */
export function policyInForce<Kind extends PolicyKind>(
  state: PolicyState,
  kind: Kind,
  day: CalendarDate,
): PolicyInForce<Kind> | null {
  const found = state.approved.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (found === undefined || (found.lastDay !== null && found.lastDay < day)) return null;
  return takenAlong(found, kind);
}

/** The version of a number, whatever day it applies on; null where none was approved under it. */
export const policyOfVersion = <Kind extends PolicyKind>(
  { approved }: PolicyState,
  kind: Kind,
  version: number,
): PolicyInForce<Kind> | null => takenAlong(approved[version - 1], kind);

function takenAlong<Kind extends PolicyKind>(
  found: PolicyVersion | undefined,
  kind: Kind,
): PolicyInForce<Kind> | null {
  if (found === undefined || !isOfKind(found, kind)) return null;
  const { version, title, effectiveFrom, legalBasis, source, unconfirmed, content } = found;
  return { kind, version, title, effectiveFrom, legalBasis, source, unconfirmed, content };
}

const isOfKind = <Kind extends PolicyKind>(
  version: PolicyVersion,
  kind: Kind,
): version is PolicyVersion & { readonly kind: Kind; readonly content: PolicyContents[Kind] } =>
  version.kind === kind;

/** Every approved calendar of working days, for a term that may lead beyond the one in force. */
export const calendarsOf = ({ approved }: PolicyState): Calendars =>
  approved
    .filter((version) => isOfKind(version, 'working-days'))
    .map(({ version, effectiveFrom, lastDay, content }) => ({
      ...{ version, effectiveFrom, lastDay, content },
    }));
