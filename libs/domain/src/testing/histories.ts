import fc from 'fast-check';

import type { Decider, Decision, DomainEvent } from '../decider';

/** A command, the state it met and what was decided of it. */
export interface Step<State, Command, Event> {
  readonly before: State;
  readonly command: Command;
  readonly decision: Decision<Event>;
}

export interface History<State, Command, Event> {
  /** Every command, the refused ones too. */
  readonly steps: readonly Step<State, Command, Event>[];
  readonly events: readonly Event[];
  readonly state: State;
}

export const foldOf = <State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve'>,
  events: readonly Event[],
): State => events.reduce((before, event) => decider.evolve(before, event), decider.initialState());

/** What becomes of a stream to which commands are given one after another. */
export function historyOf<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  commands: readonly Command[],
): History<State, Command, Event> {
  const steps: Step<State, Command, Event>[] = [];
  const events: Event[] = [];
  let state = decider.initialState();
  for (const command of commands) {
    const decision = decider.decide(state, command);
    steps.push({ before: state, command, decision });
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((before, event) => decider.evolve(before, event), state);
  }
  return { steps, events, state };
}

/** What is left of a value that was stored or sent. */
export const throughJson = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value)) as Value;

export const historiesOf = <State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  commands: fc.Arbitrary<readonly Command[]>,
): fc.Arbitrary<History<State, Command, Event>> =>
  commands.map((given) => historyOf(decider, throughJson(given)));

/** Up to `maxLength` commands in any order, after those that are always first. */
export const sequencesOf = <Command>(
  command: fc.Arbitrary<Command>,
  maxLength: number,
  ...first: readonly Command[]
): fc.Arbitrary<readonly Command[]> =>
  fc.array(command, { maxLength, size: 'max' }).map((others) => [...first, ...others]);

/** In the order of their days, so that long histories come about; some out of order all the same. */
export const datedSequencesOf = <Command>(
  command: fc.Arbitrary<Command>,
  maxLength: number,
  dayOf: (command: Command) => string,
  ...first: readonly Command[]
): fc.Arbitrary<readonly Command[]> =>
  fc
    .tuple(fc.array(command, { maxLength, size: 'max' }), fc.array(command, { maxLength: 4 }))
    .map(([many, stray]) => [
      ...first,
      ...many.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))),
      ...stray,
    ]);

/** Few people, so that they often meet. */
export const people = fc
  .constantFrom('ani', 'budi', 'citra')
  .map((id) => ({ kind: 'person', id }) as const);
