import fc from 'fast-check';

import { unitCommands, unitDays } from '../testing/commands/unit';
import { historiesOf } from '../testing/histories';
import { normalisedName } from '../values/name';
import { existsOn, spellOn, units } from '.';

const histories = historiesOf(units, unitCommands);
const anyDay = fc.constantFrom(...unitDays, '1900-01-01', '2100-01-01');

describe('any history of the units of a region', () => {
  it('never gives one name to two units of one kind and place, nor one code to two, on one day', () => {
    fc.assert(
      fc.property(histories, anyDay, ({ state }, day) => {
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
      fc.property(histories, anyDay, ({ state }, day) => {
        for (const one of state.units) {
          const held = one.names.filter((spell) => spellOn([spell], day));
          expect(held).toHaveLength(existsOn(one, day) ? 1 : 0);
        }
      }),
    );
  });

  it('leaves no village in a district that has gone', () => {
    fc.assert(
      fc.property(histories, ({ state: { units: all } }) =>
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
