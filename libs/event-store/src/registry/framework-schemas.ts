import type {
  ColourBand,
  FrameworkArea,
  FrameworkContent,
  FrameworkDrafted,
  FrameworkEvent,
  FrameworkIndicator,
  FrameworkPublished,
} from '@jejak/domain/framework/events';

import { calendarDate, decimalText, regionLevel, scale, source } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { integer, list, nullable, oneOf, text } from './shape';

export const frameworkIndicator = record<FrameworkIndicator>({
  id: text,
  name: text,
  weight: decimalText,
});

const area = record<FrameworkArea>({
  id: text,
  name: text,
  weight: decimalText,
  appliesTo: list(regionLevel),
  indicators: nullable(list(frameworkIndicator)),
});

const band = record<ColourBand>({ id: text, from: decimalText, to: decimalText });

const content = record<FrameworkContent>({
  title: text,
  effectiveFrom: calendarDate,
  scale,
  decimalPlaces: integer,
  areas: list(area),
  weightsBasis: oneOf('published', 'assumed-equal'),
  bands: nullable(list(band)),
  legalBasis: text,
  source,
});

const key = { instrument: text, year: integer };

export const frameworkSchemas: SchemasOf<FrameworkEvent> = {
  FrameworkDrafted: firstVersion(
    record<FrameworkDrafted['data']>({ ...key, version: integer, content, draftedBy: text }),
  ),
  FrameworkPublished: firstVersion(
    record<FrameworkPublished['data']>({ ...key, version: integer, approvedBy: text }),
  ),
};
