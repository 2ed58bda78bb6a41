import { regionStream } from '@jejak/domain';
import {
  type RegionCommand,
  region,
  reservedFor,
  type ReserveRegionCode,
  type Subdivisions,
} from '@jejak/domain/region';
import { type Ledger } from '@jejak/event-store';

import { commandsOn } from '../edge/command-on';
import { optionalSourceFrom } from '../edge/parts';
import { regionWithCode, regionWithId, under } from '../edge/region';
import { RecodeRegionBody, RegisterRegionBody, ReserveRegionCodeBody } from './region.bodies';

const onRegion = commandsOn(region, regionStream);

export const registerRegion = onRegion(RegisterRegionBody, {
  action: 'region.register',
  region: ({ key }) => key,
  refer: async (ledger, { body: { parent, validFrom } }) =>
    parent ? under(await regionWithCode(ledger, parent, validFrom ?? null), parent) : null,
  command: ({ key, body }, parentRegion): Of<'RegisterRegion'> => ({
    type: 'RegisterRegion',
    code: key,
    name: body.name,
    level: body.level,
    parent: body.parent ?? null,
    validFrom: body.validFrom ?? null,
    validUntil: body.validUntil ?? null,
    subdivisions: subdivisionsFrom(body),
    source: optionalSourceFrom(body.source),
    parentRegion,
  }),
});

/** Codes are given out by the Ministry for the whole country: no single region decides on its own. */
export const reserveRegionCode = onRegion(ReserveRegionCodeBody, {
  action: 'region.reserve-code',
  region: () => null,
  refer: async (ledger, { key, body }) => ({
    regionState: (await regionWithId(ledger, body.region))?.state ?? null,
    earlier: await earlierTakers(ledger, key),
  }),
  command: ({ key, body }, references): Of<'ReserveRegionCode'> => ({
    type: 'ReserveRegionCode',
    code: key,
    region: body.region,
    validFrom: body.validFrom,
    source: optionalSourceFrom(body.source),
    ...references,
  }),
});

export const recodeRegion = onRegion(RecodeRegionBody, {
  action: 'region.recode',
  region: () => null,
  refer: async (ledger, { body: { code, validFrom } }) => {
    const stream = await ledger.refer(region, regionStream(code), () => false);
    const province = code.slice(0, 2);
    const parent = code === province ? null : await regionWithCode(ledger, province, validFrom);
    return {
      reservation: reservedFor(stream, null) ?? null,
      parentRegion: under(parent, province),
      parentId: parent?.id ?? null,
    };
  },
  command: ({ key, body }, references): Of<'RecodeRegion'> => ({
    type: 'RecodeRegion',
    region: key,
    code: body.code,
    validFrom: body.validFrom,
    legalBasis: body.legalBasis,
    source: optionalSourceFrom(body.source),
    ...references,
  }),
});

type Of<Type> = Omit<Extract<RegionCommand, { type: Type }>, 'actor' | 'at'>;

/** What the streams of those who were to get the code say of the codes they had. */
async function earlierTakers(ledger: Ledger, code: string): Promise<ReserveRegionCode['earlier']> {
  const { reservations } = await ledger.refer(region, regionStream(code), () => false);
  const ids = [...new Set(reservations.map((one) => one.region))];
  return Promise.all(
    ids.map(async (id) => ({
      region: id,
      tenures: (await regionWithId(ledger, id))?.state.tenures ?? [],
    })),
  );
}

function subdivisionsFrom({ subdivisions }: RegisterRegionBody): Subdivisions | null {
  if (subdivisions === null || subdivisions === undefined) return null;
  const { districts, urbanVillages, villages } = subdivisions;
  return { districts, urbanVillages, villages };
}
