import { unitsStream } from '@jejak/domain';
import { type UnitChange, type UnitKey, units } from '@jejak/domain/unit';
import { type Ledger } from '@jejak/event-store';

import { type Asked, commandsOn } from '../edge/command-on';
import { optionalSourceFrom } from '../edge/parts';
import { regionWithId } from '../edge/region';
import {
  CloseUnitBody,
  MergeUnitsBody,
  RecodeUnitBody,
  RegisterUnitBody,
  RenameUnitBody,
  type UnitChangeBody,
} from './unit.bodies';

const onUnits = commandsOn(units, ({ region }: UnitKey) => unitsStream(region));

const region = ({ key }: Asked<UnitKey, unknown>): string => key.region;

const regionOf = async (ledger: Ledger, { key }: Asked<UnitKey, unknown>) =>
  (await regionWithId(ledger, key.region))?.state ?? null;

const changeFrom = ({ validFrom, legalBasis, source }: UnitChangeBody): UnitChange => ({
  validFrom,
  legalBasis,
  source: optionalSourceFrom(source),
});

export const registerUnit = onUnits(RegisterUnitBody, {
  action: 'unit.register',
  region,
  refer: regionOf,
  command: ({ key, body }, regionState) => ({
    type: 'RegisterUnit',
    ...key,
    kind: body.kind,
    name: body.name,
    code: body.code ?? null,
    parent: body.parent ?? null,
    validFrom: body.validFrom ?? null,
    source: optionalSourceFrom(body.source),
    regionState,
  }),
});

export const renameUnit = onUnits(RenameUnitBody, {
  action: 'unit.change',
  region,
  command: ({ key, body }) => ({
    type: 'RenameUnit',
    ...key,
    name: body.name,
    ...changeFrom(body),
  }),
});

export const recodeUnit = onUnits(RecodeUnitBody, {
  action: 'unit.change',
  region,
  refer: regionOf,
  command: ({ key, body }, regionState) => ({
    type: 'RecodeUnit',
    ...key,
    code: body.code,
    ...changeFrom(body),
    regionState,
  }),
});

export const mergeUnits = onUnits(MergeUnitsBody, {
  action: 'unit.change',
  region,
  command: ({ key, body }) => ({
    type: 'MergeUnits',
    region: key.region,
    units: [...body.units],
    into: key.unit,
    ...changeFrom(body),
  }),
});

export const closeUnit = onUnits(CloseUnitBody, {
  action: 'unit.change',
  region,
  command: ({ key, body }) => ({ type: 'CloseUnit', ...key, ...changeFrom(body) }),
});
