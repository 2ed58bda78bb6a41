import type { Position } from '@jejak/domain';

import type { StoredDocument } from '../view/stored-document';

/** One write of one document, valid only while that document stands where it was loaded. */
export type Operation =
  | { readonly kind: 'insert'; readonly document: StoredDocument }
  | { readonly kind: 'replace'; readonly loadedAt: Position; readonly document: StoredDocument };
