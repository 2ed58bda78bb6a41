import type { FrameworkArea, FrameworkContent, FrameworkKey } from '@jejak/domain/framework/events';

import { continued } from '../continued';
import type { FoldedView } from '../view';

/** An area without its indicators, of which only the number is kept here; null where none are known. */
export interface RegisteredArea extends Omit<FrameworkArea, 'indicators'> {
  readonly indicators: number | null;
}

export interface RegisteredVersion extends Omit<FrameworkContent, 'areas'> {
  readonly version: number;
  readonly areas: readonly RegisteredArea[];
  readonly draftedBy: string;
  /** Of instrument, year and whole content: by this and its number it is published. */
  readonly contentSha256: string;
}

export interface PublishedVersion extends RegisteredVersion {
  readonly approvedBy: string;
  readonly publishedAt: string;
}

/** The versions of an assessment instrument of one year. */
export interface FrameworkDocument extends FrameworkKey {
  /** Oldest first; version n stands at place n - 1. */
  readonly published: readonly PublishedVersion[];
  /** Waits for a second person. */
  readonly draft: RegisteredVersion | null;
  readonly changedAt: string;
}

export const frameworkId = ({ instrument, year }: FrameworkKey): string => `${instrument}/${year}`;

/** One document per instrument and year. */
export const frameworkRegister: FoldedView<FrameworkDocument> = {
  name: 'framework-register',
  version: 2,
  eventTypes: ['FrameworkDrafted', 'FrameworkPublished'],
  documentsOf: ({ event }) =>
    event.type === 'FrameworkDrafted' || event.type === 'FrameworkPublished'
      ? [frameworkId(event.data)]
      : [],
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'FrameworkDrafted') {
      const { instrument, year, version, content, draftedBy, contentSha256 } = event.data;
      const areas = content.areas.map(counted);
      const draft = { version, draftedBy, contentSha256, ...content, areas };
      const published = document?.published ?? [];
      return { instrument, year, published, draft, changedAt: recordedAt };
    }
    if (event.type !== 'FrameworkPublished') return document;
    const before = continued(document, id);
    const { approvedBy } = event.data;
    const version = { ...continued(before.draft, id), approvedBy, publishedAt: recordedAt };
    return {
      ...before,
      published: [...before.published, version],
      draft: null,
      changedAt: recordedAt,
    };
  },
  indexes: [
    { year: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
    { instrument: 1, _id: 1 },
    { instrument: 1, year: 1, _id: 1 },
    { instrument: 1, changedAt: 1, _id: 1 },
  ],
};

const counted = ({ id, name, weight, appliesTo, indicators }: FrameworkArea): RegisteredArea => ({
  id,
  name,
  weight,
  appliesTo,
  indicators: indicators && indicators.length,
});
