import type { RegisteredRegion } from '../region';
import type {
  CloseUnit,
  MergeUnits,
  RecodeUnit,
  RegisterUnit,
  RenameUnit,
  UnitRegistered,
} from '../unit';

const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2025-03-01T02:00:00.000Z',
} as const;
export const change = {
  validFrom: '2017-01-02',
  legalBasis: 'Perda 11/2016',
  source: null,
} as const;

export const serang: RegisteredRegion = {
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
export const banten: RegisteredRegion = {
  region: { ...serang.region, code: '36', level: 'province', parent: null },
  tenures: [{ code: '36', validFrom: null, validUntil: null }],
};

type Data = UnitRegistered['data'];
export const office = (unit: string, name = unit, validFrom: string | null = null): Data => ({
  region: '36.04',
  unit,
  kind: 'office',
  name,
  code: null,
  parent: null,
  validFrom,
  source: null,
});
export const cikande: Data = {
  ...office('cikande', 'Cikande'),
  kind: 'district',
  code: '36.04.07',
};
export const petir: Data = { ...office('petir', 'Petir'), kind: 'district', code: '36.04.08' };
export const village = (unit: string, parent: string, code: string | null, name = unit): Data => ({
  ...office(unit, name),
  kind: 'village',
  parent,
  code,
});

export const registered = (data: Data): UnitRegistered => ({ type: 'UnitRegistered', data });
export const register = (
  data: Data,
  regionState: RegisteredRegion | null = serang,
): RegisterUnit => ({
  type: 'RegisterUnit',
  ...context,
  ...data,
  regionState,
});
export const rename = (
  unit: string,
  name: string,
  changes: Partial<RenameUnit> = {},
): RenameUnit => ({
  type: 'RenameUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  name,
  ...changes,
});
export const recode = (
  unit: string,
  code: string,
  changes: Partial<RecodeUnit> = {},
): RecodeUnit => ({
  type: 'RecodeUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  code,
  regionState: serang,
  ...changes,
});
export const merge = (
  names: string[],
  into: string,
  changes: Partial<MergeUnits> = {},
): MergeUnits => ({
  type: 'MergeUnits',
  ...context,
  ...change,
  region: '36.04',
  units: names,
  into,
  ...changes,
});
export const close = (unit: string, changes: Partial<CloseUnit> = {}): CloseUnit => ({
  type: 'CloseUnit',
  ...context,
  ...change,
  region: '36.04',
  unit,
  ...changes,
});
