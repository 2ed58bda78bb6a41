import { source } from './parts';

const unitChange = { validFrom: '2017-01-02', legalBasis: 'Perda 11/2016', source };

export const unitBodies: Readonly<Record<string, object>> = {
  '/v1/units/36.73/inspektorat/register': {
    kind: 'office',
    name: 'Inspektorat',
    code: '36.73.01',
    parent: 'setda',
    validFrom: '2008-11-06',
    source,
  },
  '/v1/units/36.73/inspektorat/rename': { name: 'Inspektorat Daerah', ...unitChange },
  '/v1/units/36.73/inspektorat/recode': { code: '36.73.02', ...unitChange },
  '/v1/units/36.73/inspektorat/merge': { units: ['badan-pengawas'], ...unitChange },
  '/v1/units/36.73/inspektorat/close': { ...unitChange },
};
