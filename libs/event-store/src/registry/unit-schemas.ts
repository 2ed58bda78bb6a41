import type {
  UnitChange,
  UnitClosed,
  UnitEvent,
  UnitKey,
  UnitKind,
  UnitRecoded,
  UnitRegistered,
  UnitRenamed,
  UnitsMerged,
} from '@jejak/domain/unit/events';

import { calendarDate, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { type Fields, record } from './record';
import { list, nullable, oneOf, text } from './shape';

const kind = oneOf<UnitKind>(
  'office',
  'district',
  'urban-village',
  'village',
  'customary-village',
  'service-area',
);

const key: Fields<UnitKey> = { region: text, unit: text };

const change: Fields<UnitChange> = {
  validFrom: calendarDate,
  legalBasis: text,
  source: nullable(source),
};

export const unitSchemas: SchemasOf<UnitEvent> = {
  UnitRegistered: firstVersion(
    record<UnitRegistered['data']>({
      ...key,
      kind,
      name: text,
      code: nullable(text),
      parent: nullable(text),
      validFrom: nullable(calendarDate),
      source: nullable(source),
    }),
  ),
  UnitRenamed: firstVersion(
    record<UnitRenamed['data']>({ ...key, ...change, name: text, previous: text }),
  ),
  UnitRecoded: firstVersion(
    record<UnitRecoded['data']>({ ...key, ...change, code: text, previous: nullable(text) }),
  ),
  UnitsMerged: firstVersion(
    record<UnitsMerged['data']>({ ...change, region: text, units: list(text), into: text }),
  ),
  UnitClosed: firstVersion(record<UnitClosed['data']>({ ...key, ...change })),
};
