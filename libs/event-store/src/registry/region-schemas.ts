import type { RegionEvent, RegionRegistered, Subdivisions } from '@jejak/domain/region/events';

import { calendarDate, regionLevel, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, nullable, text } from './shape';

const subdivisions = record<Subdivisions>({
  districts: integer,
  urbanVillages: integer,
  villages: integer,
});

export const regionSchemas: SchemasOf<RegionEvent> = {
  RegionRegistered: firstVersion(
    record<RegionRegistered['data']>({
      code: text,
      name: text,
      level: regionLevel,
      parent: nullable(text),
      validFrom: nullable(calendarDate),
      validUntil: nullable(calendarDate),
      subdivisions: nullable(subdivisions),
      source: nullable(source),
    }),
  ),
};
