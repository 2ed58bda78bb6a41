import type { CommandContext } from '../command-context';
import { CorruptStreamError } from '../corrupt-stream';
import { type Decider, type Decision, refused } from '../decider';
import { mustBePseudonym } from '../rules/pseudonym';
import { recordUnless, refusal } from '../rules/refusal';
import { mustBeRegistered } from '../rules/region';
import { mustNotBeBlank } from '../rules/text';
import type { ReporterEvent, ReporterKey } from './reporter-events';

interface OfReporter extends CommandContext {
  readonly reporter: string;
}

export type ReporterCommand =
  | (OfReporter & {
      readonly type: 'SealReporter';
      readonly region: string;
      readonly regionRegistered: boolean;
      readonly sealedIdentity: string;
    })
  | (OfReporter & { readonly type: 'RequestUnmasking'; readonly legalBasis: string })
  | (OfReporter & { readonly type: 'ApproveUnmasking' });

export interface SealedReporter {
  readonly status: 'sealed' | 'requested' | 'unmasked';
  readonly key: ReporterKey;
  readonly sealedIdentity: string;
  readonly legalBasis: string | null;
  readonly requestedBy: string | null;
  readonly approvedBy: string | null;
}

export type ReporterState = { readonly status: 'none' } | SealedReporter;

export const isSealed = (state: ReporterState): state is SealedReporter => state.status !== 'none';

/** Whether this person is one of the two who decided that the identity may be read. */
export const mayRead = (state: ReporterState, person: string): boolean =>
  state.status === 'unmasked' && [state.requestedBy, state.approvedBy].includes(person);

const alreadySealed = () =>
  refusal(
    'complaint.reporter-already-sealed',
    'an identity is sealed under this pseudonym',
    'Draw another UUID for another reporter.',
  );

const reporterNotFound = () =>
  refusal(
    'complaint.reporter-not-found',
    'no identity is sealed under this pseudonym',
    'Correct the pseudonym.',
  );

const mustBe = (state: SealedReporter, status: SealedReporter['status']) =>
  state.status === status
    ? null
    : refusal(
        'complaint.unmasking-state',
        `the identity is ${state.status}`,
        status === 'requested'
          ? 'Request the unmasking first; once unmasked it stays so.'
          : 'One request is enough.',
      );

/** Two persons, because one who could unmask alone would be all that protects a whistleblower. */
const approverMustBeAnother = ({ requestedBy }: SealedReporter, { actor }: CommandContext) =>
  requestedBy === actor.id
    ? refusal(
        'complaint.approver-is-requester',
        `${actor.id} requested the unmasking`,
        'Let a second person decide.',
      )
    : null;

function decide(state: ReporterState, command: ReporterCommand): Decision<ReporterEvent> {
  if (command.type === 'SealReporter') {
    const { reporter, region, sealedIdentity, regionRegistered } = command;
    return recordUnless(
      mustBePseudonym('complaint', 'reporter', reporter) ??
        mustBeRegistered('complaint', region, regionRegistered) ??
        (isSealed(state) ? alreadySealed() : null),
      () => ({ type: 'ReporterSealed', data: { reporter, region, sealedIdentity } }),
    );
  }
  if (!isSealed(state)) return refused(reporterNotFound());
  const { key } = state;
  if (command.type === 'RequestUnmasking') {
    const { legalBasis, actor } = command;
    return recordUnless(
      mustBe(state, 'sealed') ?? mustNotBeBlank('complaint', 'legalBasis', legalBasis),
      () => ({ type: 'UnmaskingRequested', data: { ...key, legalBasis, requestedBy: actor.id } }),
    );
  }
  return recordUnless(mustBe(state, 'requested') ?? approverMustBeAnother(state, command), () => ({
    type: 'ReporterUnmasked',
    data: {
      ...key,
      legalBasis: state.legalBasis ?? '',
      requestedBy: state.requestedBy ?? '',
      approvedBy: command.actor.id,
    },
  }));
}

function evolve(state: ReporterState, event: ReporterEvent): ReporterState {
  if (event.type === 'ReporterSealed') {
    if (isSealed(state)) throw new CorruptStreamError(event.type, state.status);
    const { reporter, region, sealedIdentity } = event.data;
    const nobody = { legalBasis: null, requestedBy: null, approvedBy: null };
    return { status: 'sealed', key: { reporter, region }, sealedIdentity, ...nobody };
  }
  if (!isSealed(state)) throw new CorruptStreamError(event.type, state.status);
  if (event.type === 'UnmaskingRequested') {
    const { legalBasis, requestedBy } = event.data;
    return { ...state, status: 'requested', legalBasis, requestedBy };
  }
  return { ...state, status: 'unmasked', approvedBy: event.data.approvedBy };
}

/** The rules of one sealed identity, apart from every complaint that its bearer made. */
export const reporter: Decider<ReporterState, ReporterCommand, ReporterEvent> = {
  initialState: () => ({ status: 'none' }),
  decide,
  evolve,
};
