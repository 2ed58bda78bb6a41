import type {
  ColourBand,
  FrameworkArea,
  FrameworkContent,
  FrameworkDocument,
  FrameworkDrafted,
  FrameworkEvent,
  FrameworkIndicator,
  FrameworkPublished,
  FrameworkSubIndicator,
} from '@jejak/domain/framework/events';

import {
  calendarDate,
  decimalText,
  instant,
  regionLevel,
  scale,
  sha256,
  source,
} from './common-shapes';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { frameworkSha256 } from './framework-sha256';
import { record } from './record';
import { integer, list, nullable, oneOf, text } from './shape';

export const band = record<ColourBand>({ id: text, from: decimalText, to: decimalText });

const document = record<FrameworkDocument>({ id: text, title: text, points: decimalText });

const subIndicator = record<FrameworkSubIndicator>({
  id: text,
  name: text,
  weight: decimalText,
  appliesTo: nullable(list(regionLevel)),
  maximumPoints: decimalText,
  documents: list(document),
});

const indicator = record<FrameworkIndicator>({
  id: text,
  name: text,
  weight: decimalText,
  appliesTo: nullable(list(regionLevel)),
  subIndicators: nullable(list(subIndicator)),
});

const areaHead = { id: text, name: text, weight: decimalText, appliesTo: list(regionLevel) };

const area = record<FrameworkArea>({ ...areaHead, indicators: nullable(list(indicator)) });

const contentWithoutClosing = {
  title: text,
  effectiveFrom: calendarDate,
  scale,
  decimalPlaces: integer,
  weightsBasis: oneOf('published', 'assumed-equal'),
  bands: nullable(list(band)),
  legalBasis: text,
  source,
};

const key = { instrument: text, year: integer };

/** Version 1 listed indicators without sub-indicators and knew no end of the uploads. */
export type IndicatorV1 = Pick<FrameworkIndicator, 'id' | 'name' | 'weight'>;
interface AreaV1 extends Omit<FrameworkArea, 'indicators'> {
  readonly indicators: readonly IndicatorV1[] | null;
}
interface ContentV1 extends Omit<FrameworkContent, 'areas' | 'closesAt'> {
  readonly areas: readonly AreaV1[];
}
/** Versions 1 and 2 had no digest. */
type DraftedV2 = Omit<FrameworkDrafted['data'], 'contentSha256'>;
type DraftedV1 = Omit<DraftedV2, 'content'> & { readonly content: ContentV1 };

export const indicatorV1 = record<IndicatorV1>({ id: text, name: text, weight: decimalText });

const areaV1 = record<AreaV1>({ ...areaHead, indicators: nullable(list(indicatorV1)) });

const draftedV1 = firstVersion(
  record<DraftedV1>({
    ...key,
    version: integer,
    content: record<ContentV1>({ ...contentWithoutClosing, areas: list(areaV1) }),
    draftedBy: text,
  }),
);

/** Nothing was said about sub-indicators and the closing then: they stay unknown. */
const draftedV2 = ({ content, ...data }: DraftedV1): DraftedV2 => ({
  ...data,
  content: {
    ...content,
    closesAt: null,
    areas: content.areas.map((one) => ({
      ...one,
      indicators:
        one.indicators &&
        one.indicators.map((each) => ({ ...each, appliesTo: null, subIndicators: null })),
    })),
  },
});

const drafted = {
  ...key,
  version: integer,
  content: record<FrameworkContent>({
    ...contentWithoutClosing,
    areas: list(area),
    closesAt: nullable(instant),
  }),
  draftedBy: text,
};

/** The digest of an older draft is made of what it said. */
const draftedV3 = (data: DraftedV2): FrameworkDrafted['data'] => ({
  ...data,
  contentSha256: frameworkSha256(data),
});

export const frameworkSchemas: SchemasOf<FrameworkEvent> = {
  FrameworkDrafted: nextVersion(
    nextVersion(draftedV1, record<DraftedV2>(drafted), draftedV2),
    record<FrameworkDrafted['data']>({ ...drafted, contentSha256: sha256 }),
    draftedV3,
  ),
  FrameworkPublished: firstVersion(
    record<FrameworkPublished['data']>({ ...key, version: integer, approvedBy: text }),
  ),
};
