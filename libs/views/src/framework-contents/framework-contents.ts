import type {
  FrameworkContent,
  FrameworkDrafted,
  FrameworkKey,
} from '@jejak/domain/framework/events';

import { continued } from '../continued';
import { frameworkId } from '../framework-register/framework-register';
import type { FoldedView } from '../view';

/** A draft with everything a second person publishes it by. */
export type WaitingDraft = Omit<FrameworkDrafted['data'], keyof FrameworkKey>;

/** The whole content of every version of an instrument's year, by version. */
export interface FrameworkContents extends FrameworkKey {
  /** Version n stands at place n - 1. */
  readonly published: readonly FrameworkContent[];
  /** Waits for a second person. */
  readonly draft: WaitingDraft | null;
}

/**
 * Beside the register, whose lists would be slow with them: 122 sub-indicators and 660 documents
 * make some 100 kB, and a scorecard only has their identifiers.
 */
export const frameworkContents: FoldedView<FrameworkContents> = {
  name: 'framework-contents',
  version: 2,
  eventTypes: ['FrameworkDrafted', 'FrameworkPublished'],
  documentsOf: ({ event }) =>
    event.type === 'FrameworkDrafted' || event.type === 'FrameworkPublished'
      ? [frameworkId(event.data)]
      : [],
  apply(document, { event }, id) {
    if (event.type === 'FrameworkDrafted') {
      const { instrument, year, ...draft } = event.data;
      return { instrument, year, published: document?.published ?? [], draft };
    }
    if (event.type !== 'FrameworkPublished') return document;
    const before = continued(document, id);
    const published = [...before.published, continued(before.draft, id).content];
    return { ...before, published, draft: null };
  },
  indexes: [],
};
