import type { IndexDocument, PublishedIndex } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A publication, with what no source confirms of the scale that its band follows. */
export interface PublicationShown extends PublishedIndex {
  /** Parts of version `policyVersion` of `index-scales` that concern this index. */
  readonly unconfirmed: readonly string[];
}

export interface IndexShown extends IndexDocument {
  readonly publications: readonly PublicationShown[];
}

/** Those of the unconfirmed parts of `index-scales` that concern an index: its own, and of them all. */
export const concerning = (kind: string, unconfirmed: readonly string[]): readonly string[] =>
  unconfirmed.filter(
    (part) => !part.startsWith('scales.') || part.split(/[^A-Z0-9-]+/).includes(kind),
  );

export const indexShown = (
  document: IndexDocument,
  unconfirmed: Unconfirmed<'index-scales'>,
): IndexShown => ({
  ...document,
  publications: document.publications.map((one) => ({
    ...one,
    unconfirmed: concerning(document.kind, unconfirmed('index-scales', one.policyVersion)),
  })),
});
