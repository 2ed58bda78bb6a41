import fc from 'fast-check';

import { datedSequencesOf } from '../testing/histories';
import type { CalendarDate } from '../values';
import {
  isRegistered,
  region,
  type RegionCommand,
  type RegionLevel,
  type RegionState,
  registeredRegion,
  reservedFor,
  tenureOn,
} from '.';

/** Every region's stream by its id, as the store has them. */
type Regions = ReadonlyMap<string, RegionState>;

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2026-01-10T02:00:00.000Z',
} as const;
const days = ['2020-01-01', '2022-12-09', '2023-05-05', '2024-07-01', '2025-02-03'];
const codes = ['92.01', '92.02', '96.01', '96.02'];

type Wish =
  | { readonly do: 'register'; readonly code: string; readonly from: CalendarDate | null }
  | {
      readonly do: 'reserve' | 'recode';
      readonly id: string;
      readonly code: string;
      readonly day: CalendarDate;
    };

const change = fc.record({
  id: fc.constantFrom(...codes),
  code: fc.constantFrom(...codes),
  day: fc.constantFrom(...days),
});

type Wishes = readonly [Wish, ...Wish[]];

const taken = change.map<Wishes>((told) => [
  { do: 'reserve', ...told },
  { do: 'recode', ...told },
]);

/** Mostly a code is reserved and then taken; each may also be asked for alone. */
const wishes: fc.Arbitrary<Wishes> = fc.oneof(
  fc
    .record({ code: fc.constantFrom('92.01', '92.02'), from: fc.constantFrom(null, ...days) })
    .map<Wishes>((told) => [{ do: 'register', ...told }]),
  taken,
  taken,
  fc
    .tuple(fc.constantFrom<'reserve' | 'recode'>('reserve', 'recode'), change)
    .map<Wishes>(([what, told]) => [{ do: what, ...told }]),
);

const dayOf = ([first]: Wishes): CalendarDate => (first.do === 'register' ? '' : first.day);

const stateOf = (regions: Regions, id: string): RegionState =>
  regions.get(id) ?? region.initialState();
const described = (code: string, level: RegionLevel, parent: string | null) => ({
  ...{ code, name: `Region ${code}`, level, parent },
  ...{ validFrom: null, validUntil: null, subdivisions: null, source: null },
});

/** The command with what the other streams say, as whoever takes it reads them. */
function commandOf(regions: Regions, given: Wish): RegionCommand {
  const province = given.code.slice(0, 2);
  const parentRegion = registeredRegion(stateOf(regions, province));
  const common = { ...context, source: null, parentRegion };
  if (given.do === 'register') {
    const { code, from: validFrom } = given;
    const told = described(code, 'regency', province);
    return { type: 'RegisterRegion', ...common, ...told, validFrom };
  }
  const { id, code, day: validFrom } = given;
  const { reservations } = stateOf(regions, code);
  if (given.do === 'reserve') {
    const state = stateOf(regions, id);
    const earlier = [...new Set(reservations.map((one) => one.region))].map((taker) => {
      const known = stateOf(regions, taker);
      return { region: taker, tenures: known.status === 'registered' ? known.tenures : [] };
    });
    const regionState = state.status === 'registered' ? state : null;
    return {
      ...{ type: 'ReserveRegionCode', ...context, source: null, region: id, code, validFrom },
      ...{ regionState, earlier },
    };
  }
  const reservation = reservedFor(stateOf(regions, code), null) ?? null;
  return {
    ...{ type: 'RecodeRegion', ...common, region: id, code, validFrom, parentId: province },
    ...{ legalBasis: 'UU 29/2022', reservation },
  };
}

function follow(regions: Regions, stream: string, command: RegionCommand): Regions {
  const state = stateOf(regions, stream);
  const decision = region.decide(state, command);
  if (decision.kind === 'refused') return regions;
  const next = decision.events.reduce((before, event) => region.evolve(before, event), state);
  return new Map(regions).set(stream, next);
}

/** A code's stream takes its registration and its reservations, a region's own its new codes. */
const streamOf = (given: Wish): string => (given.do === 'recode' ? given.id : given.code);

const provinces = ['92', '96'].reduce<Regions>(
  (regions, code) =>
    follow(regions, code, {
      ...{ type: 'RegisterRegion', ...context, parentRegion: null },
      ...described(code, 'province', null),
    }),
  new Map(),
);

const histories = datedSequencesOf(wishes, 40, dayOf).map((all) =>
  all.flat().reduce<readonly Regions[]>(
    (states, given) => {
      const before = states.at(-1) ?? provinces;
      return [...states, follow(before, streamOf(given), commandOf(before, given))];
    },
    [provinces],
  ),
);

const codesOn = (regions: Regions, day: CalendarDate): string[] =>
  [...regions.values()].flatMap((state) =>
    state.status === 'registered' ? (tenureOn(state.tenures, day)?.code ?? []) : [],
  );

describe('any history of regions that take over codes from each other', () => {
  it('never has two regions valid under one code on a day', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const regions = all.at(-1) ?? provinces;
        for (const day of ['1990-01-01', ...days, '2040-01-01']) {
          const held = codesOn(regions, day);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
    );
  });

  it('never has a region under two codes on a day, nor without one once it was recoded', () => {
    fc.assert(
      fc.property(histories, (all) => {
        for (const state of (all.at(-1) ?? provinces).values()) {
          if (state.status !== 'registered') continue;
          const ends = state.tenures.map(({ validUntil }) => validUntil);
          expect(ends.slice(0, -1)).toEqual(
            state.tenures.slice(1).map(({ validFrom }) => validFrom),
          );
          expect(ends.at(-1)).toBeNull();
        }
      }),
    );
  });

  it('keeps every region under the id it was first registered with, whatever its code', () => {
    fc.assert(
      fc.property(histories, (all) => {
        all.forEach((before, place) => {
          const after = all[place + 1] ?? before;
          for (const [id, state] of before) {
            if (!isRegistered(state)) continue;
            expect(registeredRegion(stateOf(after, id))).toEqual(registeredRegion(state));
            expect(registeredRegion(state)?.code).toBe(id);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it('often has codes change hands, so that the above says something', () => {
    const passedOn = fc
      .sample(histories, { numRuns: 100, seed: 2026 })
      .filter((all) =>
        [...(all.at(-1) ?? provinces)].some(
          ([code, { reservations }]) =>
            reservations.length > 0 &&
            codesOn(all.at(-1) ?? provinces, '2040-01-01').includes(code),
        ),
      );
    expect(passedOn.length).toBeGreaterThan(10);
  });
});
