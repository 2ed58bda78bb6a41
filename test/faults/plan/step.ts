import type { Request } from '../ask';
import type { LineFault } from '../line/link';
import type { Release } from '../views';
import type { Go } from './history';
import type { RoundSettings } from './settings';

/** A place for a projector: a round has one or two. */
export type Slot = 0 | 1;

export type StoreName = 'read-store' | 'event-store';

export type Step =
  | { readonly kind: 'append'; readonly go: Go }
  /** Until the projector of the slot has sent so many commands more (null: none), at most so long. */
  | {
      readonly kind: 'wait';
      readonly slot: Slot;
      readonly commands: number | null;
      readonly milliseconds: number;
    }
  /** Unless there is one already; with the read store out of its reach at first, for so long. */
  | {
      readonly kind: 'start';
      readonly slot: Slot;
      readonly absenceMilliseconds?: number;
      /** Default: the first. */
      readonly release?: Release;
      /** In the place of those of the round. */
      readonly settings?: Partial<RoundSettings>;
    }
  /** Of a projector, by an operator, who does not wait for the answer. */
  | { readonly kind: 'ask'; readonly slot: Slot; readonly request: Request }
  | { readonly kind: 'stop'; readonly slot: Slot }
  /** Ends it without a word: its process, or else its connection to the read store for good. */
  | { readonly kind: 'crash'; readonly slot: Slot }
  /** SIGSTOP, and SIGCONT; for projectors that are processes. */
  | { readonly kind: 'pause'; readonly slot: Slot }
  | { readonly kind: 'wake'; readonly slot: Slot }
  /** Waits until the projector has caught up, then compares every document. */
  | { readonly kind: 'compare'; readonly slot: Slot }
  /** Of the whole database, to be the same (but for renewed leases) at `unchanged`. */
  | { readonly kind: 'remember' }
  | { readonly kind: 'unchanged' }
  /** After so many operations on the view's collection (null: on any) the reply never comes. */
  | {
      readonly kind: 'stop-writes';
      readonly collection: string | null;
      readonly operations: number;
      readonly endsNode: boolean;
    }
  /** Until a stop after so many operations, set for one collection, has struck; at most so long. */
  | { readonly kind: 'struck'; readonly milliseconds: number }
  /** The next commands of these names are refused, or (null) cut off, before any effect. */
  | {
      readonly kind: 'fail-command';
      readonly commands: readonly string[];
      readonly times: number;
      readonly errorCode: number | null;
    }
  | {
      readonly kind: 'read-line';
      readonly slot: Slot;
      readonly fault: LineFault;
      readonly milliseconds: number;
    }
  | { readonly kind: 'event-line'; readonly fault: LineFault; readonly milliseconds: number }
  | { readonly kind: 'restart'; readonly store: StoreName; readonly how: 'stop' | 'kill' };

/** What a step is counted as in the report. */
export function nameOf(step: Step): string {
  if (step.kind === 'append' && isDecision(step.go)) return 'operator: skip';
  if (step.kind === 'start' && step.release?.isUpgraded === true) return 'start: next version';
  if (step.kind === 'start' && step.release?.isCorrected === true) return 'start: corrected';
  if (step.kind === 'read-line') return `read store, connection: ${step.fault}`;
  if (step.kind === 'event-line') return `event store, connection: ${step.fault}`;
  if (step.kind === 'restart') return `${step.store.replace('-', ' ')}: ${step.how} and start`;
  if (step.kind === 'stop-writes') {
    return `read store: stop after k operations${step.endsNode ? ', end the node' : ''}`;
  }
  if (step.kind === 'ask') return `operator: ${step.request.kind}`;
  if (step.kind === 'fail-command') {
    return `read store: ${step.errorCode === null ? 'cut before' : 'refuse'} a command`;
  }
  return step.kind;
}

const isDecision = ({ events }: Go): boolean =>
  events.some(({ event }) => event.type === 'ParkedEventSkipped');
