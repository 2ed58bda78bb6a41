/**
 * What a command came to. A refusal is an expected answer and therefore a value;
 * exceptions are left for bugs and outages.
 */
export type Decision<Event> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Why a rule said no. The code is stable and public (`pact.already-signed`): clients branch on it.
 * `reason` says what stood in the way, `remedy` what the caller can do about it.
 */
export interface Refusal {
  readonly code: `${string}.${string}`;
  readonly reason: string;
  readonly remedy: string;
  /** The command's field that caused it, where there is one. */
  readonly field?: string;
}

/** The smallest shape every domain event has: a past-tense name and plain JSON data. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * The rules of one stream as three pure functions. Nothing in them reads a clock, draws a random
 * number or looks anything up: time, identity and the policy in force arrive with the command.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  initialState(): State;
  decide(state: State, command: Command): Decision<Event>;
  evolve(state: State, event: Event): State;
}

export function accepted<Event>(...events: Event[]): Decision<Event> {
  return { kind: 'accepted', events };
}

export function refused(refusal: Refusal): Decision<never> {
  return { kind: 'refused', refusal };
}
