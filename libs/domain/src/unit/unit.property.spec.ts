import fc from 'fast-check';

import type { RegisteredRegion } from '../region';
import { normalisedName } from '../values/name';
import { existsOn, spellOn, type UnitCommand, units, type UnitsState } from '.';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-03-01T02:00:00.000Z',
} as const;
const regionState: RegisteredRegion = {
  region: {
    code: '36.04',
    name: 'Kabupaten Serang',
    level: 'regency',
    parent: '36',
    validFrom: null,
    validUntil: null,
    subdivisions: null,
    source: null,
  },
  tenures: [{ code: '36.04', validFrom: null, validUntil: null }],
};

/** Few identifiers, names, codes and days, so that they often meet. */
const unit = fc.constantFrom('a', 'b', 'c', 'd');
const name = fc.constantFrom('Dinas Satu', 'dinas  satu', 'Dinas Dua');
const days = ['2010-01-01', '2011-01-01', '2012-01-01', '2013-01-01', '2014-01-01'];
const change = fc.record({
  validFrom: fc.constantFrom(...days),
  legalBasis: fc.constant('Perda'),
  source: fc.constant(null),
});
const inRegion = { ...context, region: '36.04' } as const;

const command: fc.Arbitrary<UnitCommand> = fc.oneof(
  fc
    .record({
      unit,
      name,
      kind: fc.constantFrom('district', 'village', 'office'),
      parent: fc.option(unit),
      code: fc.option(fc.constantFrom('36.04.01', '36.04.02', '36.04.01.2001')),
      validFrom: fc.option(fc.constantFrom(...days)),
    })
    .map<UnitCommand>((given) => ({
      type: 'RegisterUnit',
      ...inRegion,
      ...given,
      source: null,
      regionState,
    })),
  fc.record({ unit, name, change }).map<UnitCommand>(({ change: why, ...given }) => ({
    type: 'RenameUnit',
    ...inRegion,
    ...given,
    ...why,
  })),
  fc
    .record({ unit, code: fc.constantFrom('36.04.01', '36.04.02'), change })
    .map<UnitCommand>(({ change: why, ...given }) => ({
      type: 'RecodeUnit',
      ...inRegion,
      ...given,
      ...why,
      regionState,
    })),
  fc
    .record({ names: fc.array(unit, { maxLength: 3 }), into: unit, change })
    .map<UnitCommand>(({ names, into, change: why }) => ({
      type: 'MergeUnits',
      ...inRegion,
      ...why,
      units: names,
      into,
    })),
  fc.record({ unit, change }).map<UnitCommand>(({ unit: one, change: why }) => ({
    type: 'CloseUnit',
    ...inRegion,
    ...why,
    unit: one,
  })),
);

const histories = fc.array(command, { maxLength: 40 }).map((commands) =>
  commands.reduce<UnitsState>((state, next) => {
    const decision = units.decide(state, next);
    if (decision.kind === 'refused') return state;
    return decision.events.reduce((before, event) => units.evolve(before, event), state);
  }, units.initialState()),
);

describe('any history of the units of a region', () => {
  it('never gives one name to two units of one kind and place, nor one code to two, on one day', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...days, '1900-01-01', '2100-01-01'), (state, day) => {
        const standing = state.units.filter((one) => existsOn(one, day));
        const names = standing.flatMap(({ kind, parent, names: spells }) => {
          const spell = spellOn(spells, day);
          return spell ? [`${kind} ${parent ?? ''} ${normalisedName(spell.value)}`] : [];
        });
        const codes = standing.flatMap(({ codes: spells }) => spellOn(spells, day)?.value ?? []);
        expect(new Set(names).size).toBe(names.length);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  it('gives a unit exactly one name on every day it exists, and none on any other', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...days, '1900-01-01', '2100-01-01'), (state, day) => {
        for (const one of state.units) {
          const held = one.names.filter((spell) => spellOn([spell], day));
          expect(held).toHaveLength(existsOn(one, day) ? 1 : 0);
        }
      }),
    );
  });

  it('leaves no village in a district that has gone', () => {
    fc.assert(
      fc.property(histories, ({ units: all }) =>
        all.every(
          ({ parent, closedOn }) =>
            closedOn !== null ||
            parent === null ||
            all.some((one) => one.unit === parent && one.closedOn === null),
        ),
      ),
    );
  });
});
