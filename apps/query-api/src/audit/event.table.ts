import type { PageReply } from '../reading/replies';
import type { Table } from '../reading/row-stream';
import type { RawEvent } from './stream.service';

/** Data and metadata have no columns of their own: they stay the JSON they are. */
export const eventTable: Table<PageReply<RawEvent>, RawEvent> = {
  name: 'events',
  rows: ({ items }) => items,
  columns: {
    revision: ({ revision }) => revision,
    position: ({ position }) => position,
    type: ({ type }) => type,
    id: ({ id }) => id,
    data: ({ data }) => JSON.stringify(data),
    metadata: ({ metadata }) => JSON.stringify(metadata),
    withheld: ({ withheld }) => withheld.join(' '),
  },
};
