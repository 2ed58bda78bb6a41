import fc from 'fast-check';

import { lastDayOfWording, pactCommands } from '../testing/commands/pact';
import { historiesOf } from '../testing/histories';
import { mayBeSamePerson, pact } from '.';

const histories = historiesOf(pact, pactCommands);

describe('any history of commands on a pact', () => {
  it('never lets one person both sign and witness', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (state.status === 'undrafted') return true;
        return state.witnesses.every(({ witness }) =>
          state.signatures.every(({ signatory }) => !mayBeSamePerson(witness, signatory)),
        );
      }),
    );
  });

  it('never lets a promise end before it was made', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (state.status === 'undrafted') return true;
        const ended = (from: string, end: { on: string | null } | null): boolean =>
          end === null || end.on === null || end.on >= from;
        return (
          state.signatures.every(({ signedOn, superseded }) => ended(signedOn, superseded)) &&
          (state.status !== 'superseded' ||
            ended(state.publication.publishedOn, state.supersession))
        );
      }),
    );
  });

  it('never has a wording signed after its last day', () => {
    fc.assert(
      fc.property(histories, ({ state }) =>
        state.status === 'undrafted'
          ? true
          : state.signatures.every(({ signedOn }) => signedOn <= lastDayOfWording),
      ),
    );
  });

  it('never puts a pact in force without signature and witness', () => {
    fc.assert(
      fc.property(histories, ({ state }) =>
        state.status === 'published' || state.status === 'superseded'
          ? state.signatures.length > 0 && state.witnesses.length > 0
          : true,
      ),
    );
  });
});
