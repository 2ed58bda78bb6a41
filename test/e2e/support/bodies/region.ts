import { source } from './parts';

export const regionBodies: Readonly<Record<string, object>> = {
  '/v1/regions/32/register': {
    name: 'Provinsi Jawa Barat',
    level: 'province',
    parent: '36',
    validFrom: '1950-07-04',
    validUntil: '2999-01-01',
    subdivisions: { districts: 627, urbanVillages: 645, villages: 5312 },
    source,
  },
  '/v1/regions/32/reserve-code': { region: '36', validFrom: '2999-01-01', source },
  '/v1/regions/36/recode': {
    code: '37',
    validFrom: '2999-01-01',
    legalBasis: 'UU 29/2022',
    source,
  },
};
