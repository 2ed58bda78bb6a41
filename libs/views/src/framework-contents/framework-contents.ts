import type { FrameworkContent, FrameworkKey } from '@jejak/domain/framework/events';

import { continued } from '../continued';
import { frameworkId } from '../framework-register/framework-register';
import type { FoldedView } from '../view';

/** The whole content of every version of an instrument's year, by version. */
export interface FrameworkContents extends FrameworkKey {
  /** Version n stands at place n - 1. */
  readonly published: readonly FrameworkContent[];
  readonly draft: FrameworkContent | null;
}

/**
 * Beside the register, whose lists would be slow with them: 122 sub-indicators and 660 documents
 * make some 100 kB, and a scorecard only has their identifiers.
 */
export const frameworkContents: FoldedView<FrameworkContents> = {
  name: 'framework-contents',
  version: 1,
  eventTypes: ['FrameworkDrafted', 'FrameworkPublished'],
  documentsOf: ({ event }) =>
    event.type === 'FrameworkDrafted' || event.type === 'FrameworkPublished'
      ? [frameworkId(event.data)]
      : [],
  apply(document, { event }, id) {
    if (event.type === 'FrameworkDrafted') {
      const { instrument, year, content } = event.data;
      return { instrument, year, published: document?.published ?? [], draft: content };
    }
    if (event.type !== 'FrameworkPublished') return document;
    const before = continued(document, id);
    const published = [...before.published, continued(before.draft, id)];
    return { ...before, published, draft: null };
  },
  indexes: [],
};
