import { Problem } from '@jejak/http';

import { type RecordedReply, recordedReply } from '../edge/recorded.reply';
import { type Reception } from './feed-inbox';

export interface EventReply extends RecordedReply {
  readonly id: string;
  readonly outcome: Reception['outcome'];
  readonly reason: string | null;
}

/** One event of a batch: as if it had come alone. */
export type BatchItem =
  | (EventReply & { readonly status: 201 | 202; readonly repeated: boolean })
  | {
      readonly id: string | null;
      readonly status: number;
      readonly code: string;
      readonly detail: string;
      readonly field: string | null;
    };

export const statusOf = ({ outcome }: Reception): 201 | 202 => (outcome === 'accepted' ? 201 : 202);

export const replyOf = ({ id, outcome, reason, recorded }: Reception): EventReply => {
  const { stream, revision, position, commandId, events } = recordedReply(recorded);
  return { id, outcome, reason, stream, revision, position, commandId, events };
};

export const itemOf = (reception: Reception): BatchItem => ({
  ...replyOf(reception),
  status: statusOf(reception),
  repeated: reception.repeated,
});

/** A store that is away is no answer about one event: the whole batch is to be sent again. */
export function refusedItem(given: unknown, error: unknown): BatchItem {
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  const { code, detail, field = null } = error;
  return { id: idOf(given), status: error.status, code, detail, field };
}

const idOf = (given: unknown): string | null =>
  typeof given === 'object' && given !== null && 'id' in given && typeof given.id === 'string'
    ? given.id
    : null;
