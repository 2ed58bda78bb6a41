import type {
  RegionCodeReserved,
  RegionEvent,
  RegionRecoded,
  RegionRegistered,
  Subdivisions,
} from '@jejak/domain/region/events';

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
  RegionCodeReserved: firstVersion(
    record<RegionCodeReserved['data']>({
      code: text,
      region: text,
      validFrom: calendarDate,
      source: nullable(source),
    }),
  ),
  RegionRecoded: firstVersion(
    record<RegionRecoded['data']>({
      region: text,
      code: text,
      validFrom: calendarDate,
      previous: text,
      name: text,
      level: regionLevel,
      parent: nullable(text),
      legalBasis: text,
      source: nullable(source),
    }),
  ),
};
