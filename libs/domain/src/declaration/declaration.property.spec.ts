import fc from 'fast-check';

import { addDays } from '../calendar';
import { file, key, person, register, terms, verify } from '../testing/declarations';
import { declaration, type DeclarationCommand, type DeclarationEvent, isObligor } from '.';

const days = fc.integer({ min: 0, max: 1_400 }).map((count) => addDays('2021-06-01', count));
const actor = fc.constantFrom('ani', 'budi').map((id) => ({ kind: 'person', id }) as const);
const occasion = fc.oneof(
  fc.constantFrom('2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31'),
  days,
);
const filing = fc.constantFrom('periodic-2021', 'periodic-2022', 'periodic-2023');
const who = { person, position: key.position };

const command: fc.Arbitrary<DeclarationCommand> = fc.oneof(
  fc
    .record({ since: days, actor, firstYear: fc.constantFrom(null, 2022, 2023) })
    .map((change) => register(change)),
  fc.record({ endedOn: days, actor }).map(({ endedOn, actor: by }): DeclarationCommand => ({
    ...register({ actor: by }),
    ...who,
    type: 'EndObligation',
    endedOn,
    ground: 'pension',
    terms,
  })),
  fc
    .record({ occasionOn: occasion, filedOn: days, actor })
    .map((change) => file({ kind: 'periodic', ...change })),
  fc
    .record({ filing, actor, verifiedOn: days })
    .chain((change) =>
      fc.constantFrom(verify(change), verify({ ...change, result: 'incomplete', notice: 'ND-1' })),
    ),
  fc.record({ filing, actor, suppliedOn: days }).map((change): DeclarationCommand => ({
    ...who,
    type: 'SupplementFiling',
    receipt: 'TT-2',
    at: register().at,
    ...change,
  })),
);

function run(commands: readonly DeclarationCommand[]) {
  const events: DeclarationEvent[] = [];
  let state = declaration.initialState();
  for (const next of [register({ since: '2021-07-01' }), ...commands]) {
    const decision = declaration.decide(state, next);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((before, event) => declaration.evolve(before, event), state);
  }
  return { state, events };
}

const histories = fc.array(command, { maxLength: 40 }).map(run);

describe('any history of commands on an obligation', () => {
  it('has at most one open time in the position, and times that do not overlap', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (!isObligor(state)) return false;
        return state.times.every(
          ({ since }, place) => place === 0 || since > (state.times[place - 1]?.endedOn ?? '9'),
        );
      }),
    );
  });

  it('counts each report once, complete ones among those handed in, and years that were owed', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        if (!isObligor(state)) return false;
        const keys = state.filings.map((one) => one.filing);
        const complete = events.flatMap((event) =>
          event.type === 'WealthReportVerified' && event.data.result === 'complete'
            ? [event.data.filing]
            : [],
        );
        return (
          new Set(keys).size === keys.length &&
          new Set(complete).size === complete.length &&
          complete.every((one) => keys.includes(one)) &&
          state.filings.every(
            ({ year }) =>
              year === null ||
              state.times.some(
                ({ firstYear, endedOn }) =>
                  firstYear <= year && (endedOn === null || endedOn >= `${year}-12-31`),
              ),
          )
        );
      }),
    );
  });

  it('expects no report that was handed in or is owed no longer', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        if (!isObligor(state)) return false;
        const open = state.times.at(-1)?.endedOn === null;
        return state.expected.every(
          (one) =>
            !state.filings.some((known) => known.filing === one.filing) &&
            (open || !one.filing.startsWith('periodic-2025')),
        );
      }),
    );
  });

  it('has nobody verify what they recorded', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const recorder = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'WealthReportFiled' || event.type === 'WealthReportSupplemented') {
            recorder.set(event.data.filing, event.data.recordedBy);
          }
          return (
            event.type !== 'WealthReportVerified' ||
            recorder.get(event.data.filing) !== event.data.verifiedBy
          );
        });
      }),
    );
  });
});
