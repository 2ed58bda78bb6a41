import type { Table } from '../reading/row-stream';
import type { ServiceBoardReply } from './information.service';

/** A row for each region. */
export const serviceBoardTable: Table<ServiceBoardReply, ServiceBoardReply['regions'][number]> = {
  name: 'information-board',
  rows: ({ regions }) => regions,
  columns: {
    region: ({ region }) => region,
    requests: ({ requests }) => requests,
    answeredInTime: ({ answeredInTime }) => answeredInTime,
    answeredLate: ({ answeredLate }) => answeredLate,
    open: ({ open }) => open,
    overdue: ({ overdue }) => overdue,
    extended: ({ extended }) => extended,
    objections: ({ objections }) => objections,
    decidedInTime: ({ decidedInTime }) => decidedInTime,
    decidedLate: ({ decidedLate }) => decidedLate,
    undecided: ({ undecided }) => undecided,
    decisionOverdue: ({ decisionOverdue }) => decisionOverdue,
    disputes: ({ disputes }) => disputes,
  },
};
