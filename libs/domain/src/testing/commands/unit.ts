import fc from 'fast-check';

import type { UnitCommand, UnitRegistered } from '../../unit';
import { datedSequencesOf } from '../histories';
import { serang } from '../units';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-03-01T02:00:00.000Z',
} as const;
const regionState = serang;

/** Few identifiers, names, codes and days, so that they often meet. */
const office = fc.constantFrom('a', 'b', 'c');
const district = fc.constantFrom('d', 'e');
const village = fc.constantFrom('v', 'w');
const unit = fc.oneof(office, district, village);
const name = fc.constantFrom('Satu', ' satu', 'Dua', 'Tiga', 'Empat');
const districtCode = fc.constantFrom('36.04.01', '36.04.02', '36.04.03');
const villageCode = fc.constantFrom('36.04.01.2001', '36.04.02.2001');

const years = Array.from({ length: 9 }, (_, index) => 2010 + index);
export const unitDays = years.map((year) => `${year}-01-01`);

const change = fc.record({
  validFrom: fc.constantFrom(...unitDays),
  legalBasis: fc.constant('Perda'),
  source: fc.constant(null),
});
const inRegion = { ...context, region: '36.04' } as const;
const nothing = fc.constant(null);
const described = { name, validFrom: fc.option(fc.constantFrom(...unitDays), { freq: 1 }) };

const registration: fc.Arbitrary<Omit<UnitRegistered['data'], 'region' | 'source'>> = fc.oneof(
  fc.record({
    ...described,
    unit: office,
    kind: fc.constant('office' as const),
    code: nothing,
    parent: nothing,
  }),
  fc.record({
    ...described,
    unit: district,
    kind: fc.constant('district' as const),
    code: fc.option(districtCode),
    parent: nothing,
  }),
  fc.record({
    ...described,
    unit: village,
    kind: fc.constant('village' as const),
    code: fc.option(villageCode),
    parent: district,
  }),
);

const command: fc.Arbitrary<UnitCommand> = fc.oneof(
  registration.map<UnitCommand>((given) => ({
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
    .record({ unit: district, code: districtCode, change })
    .map<UnitCommand>(({ change: why, ...given }) => ({
      type: 'RecodeUnit',
      ...inRegion,
      ...given,
      ...why,
      regionState,
    })),
  fc
    .record({ names: fc.array(office, { maxLength: 2 }), into: office, change })
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

export const unitCommands = datedSequencesOf(command, 40, ({ validFrom }) => validFrom ?? '');
