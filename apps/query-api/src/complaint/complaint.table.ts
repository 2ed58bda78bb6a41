import type { CalendarDate } from '@jejak/domain';
import type { ComplaintBoardRow, ComplaintCounts } from '@jejak/views';

import type { Positioned } from '../reading/replies';
import type { Table } from '../reading/row-stream';

export interface BoardReply extends Positioned {
  readonly asOf: CalendarDate;
  readonly total: ComplaintCounts;
  readonly byRegion: readonly ComplaintBoardRow[];
}

/** A row for each region. */
export const boardTable: Table<BoardReply, ComplaintBoardRow> = {
  name: 'complaint-board',
  rows: ({ byRegion }) => byRegion,
  columns: {
    region: ({ region }) => region,
    filed: ({ filed }) => filed,
    anonymous: ({ anonymous }) => anonymous,
    forwardedInTime: ({ forwardedInTime }) => forwardedInTime,
    forwardedLate: ({ forwardedLate }) => forwardedLate,
    answeredInTime: ({ answeredInTime }) => answeredInTime,
    answeredLate: ({ answeredLate }) => answeredLate,
    closed: ({ closed }) => closed,
    reopened: ({ reopened }) => reopened,
    escalated: ({ escalated }) => escalated,
    open: ({ open }) => open,
  },
};
