import { source } from './parts';

const simral = '/v1/rollouts/36.04/simral-2';

export const rolloutBodies: Readonly<Record<string, object>> = {
  [`${simral}/plan`]: {
    name: 'Simral',
    modules: ['e-planning'],
    aliases: [{ name: 'SIMRAL', source }],
    partner: 'BPPT',
    promotedBy: 'Bupati',
    announcedOn: '2017-10-18',
    source,
  },
  [`${simral}/add-modules`]: { modules: ['e-controlling'], source },
  [`${simral}/delegate`]: { office: 'Bappeda', unit: 'bappeda', on: '2017', source },
  [`${simral}/adopt`]: {
    from: { region: '36.74', name: 'SIMPONIE' },
    aliases: [{ name: 'Symponi', source }],
    on: '2017-10',
    source,
  },
  [`${simral}/record-start`]: { kind: 'built', on: '2016', source },
  [`${simral}/record-live`]: { module: 'e-planning', level: 'village', since: '2017', source },
  [`${simral}/retire`]: { module: 'e-planning', on: '2020-06', reason: 'Replaced', source },
};
