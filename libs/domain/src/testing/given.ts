import type { Decider, DomainEvent } from '../decider';

interface Outcome<Event> {
  /** The command was accepted with exactly these events. */
  then(...events: Event[]): void;
  /** The command was refused with this code. */
  refused(code: string): void;
}

interface When<Command, Event> {
  when(command: Command): Outcome<Event>;
}

/** Reads a specification of a decider aloud: given these events, when this command, then those. */
export const givenFor =
  <State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>) =>
  (...events: Event[]): When<Command, Event> => ({
    when: (command) => {
      const state = events.reduce(
        (before, event) => decider.evolve(before, event),
        decider.initialState(),
      );
      const decision = decider.decide(state, command);
      return {
        then: (...expected) => {
          expect(decision).toEqual({ kind: 'accepted', events: expected });
          expected.reduce((before, event) => decider.evolve(before, event), state);
        },
        refused: (code) => {
          expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
        },
      };
    },
  });
