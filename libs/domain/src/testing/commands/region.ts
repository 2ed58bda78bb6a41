import fc from 'fast-check';

import type { RegionCommand, RegionRegistered } from '../../region';
import { people, sequencesOf } from '../histories';

const at = '2026-01-10T02:00:00.000Z';
const day = fc.constantFrom('2020-01-01', '2022-12-09', '2024-07-01');

const province = (code: string): RegionRegistered['data'] => ({
  ...{ code, name: `Province ${code}`, level: 'province', parent: null },
  ...{ validFrom: null, validUntil: null, subdivisions: null, source: null },
});
const sorong: RegionRegistered['data'] = {
  ...province('92.01'),
  ...{ name: 'Kabupaten Sorong', level: 'regency', parent: '92' },
};

/** What the stream of one code is asked; the references are as another stream might give them. */
export const regionCommands = sequencesOf<RegionCommand>(
  fc.oneof(
    fc
      .record({ actor: people, validFrom: fc.option(day), validUntil: fc.option(day) })
      .map<RegionCommand>((fields) => ({
        ...{ type: 'RegisterRegion', ...sorong, ...fields, at },
        parentRegion: province('92'),
      })),
    fc
      .record({ actor: people, region: fc.constantFrom('92.02', '92.03'), validFrom: day })
      .map<RegionCommand>((fields) => ({
        ...{ type: 'ReserveRegionCode', ...fields, code: '92.01', source: null, at },
        regionState: { region: { ...sorong, code: fields.region }, tenures: [] },
        earlier: [],
      })),
    fc
      .record({ actor: people, code: fc.constantFrom('96.01', '96.02', '92.01'), validFrom: day })
      .map<RegionCommand>((fields) => ({
        ...{ type: 'RecodeRegion', region: '92.01', ...fields, legalBasis: 'UU 29/2022', at },
        ...{ source: null, parentId: fields.code.slice(0, 2) },
        reservation: { region: '92.01', validFrom: fields.validFrom },
        parentRegion: province(fields.code.slice(0, 2)),
      })),
  ),
  15,
);
