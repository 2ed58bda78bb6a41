import type { JejakEvent, RecordedEvent } from '@jejak/domain';

import type { AnyRowView } from '../view/any-view';
import { assertStorable, toStored, type StoredDocument } from '../view/stored-document';

/** The row an event makes, as it is stored; null when it makes none. Throws what the view throws. */
export function toRow(view: AnyRowView, event: RecordedEvent<JejakEvent>): StoredDocument | null {
  const row = view.rowOf(event);
  if (row === null) return null;
  assertStorable(row);
  return toStored(view.idOf(event), event.position, row);
}
