import type { Decider } from '../decider';
import type { IndexCommand } from './commands';
import { correctIndex } from './correct-index';
import type { IndexEvent } from './events';
import { recordIndex } from './record-index';
import { evolve, initialState, type IndexState } from './state';

/** What was published of one index of one body in one year. */
export const index: Decider<IndexState, IndexCommand, IndexEvent> = {
  initialState,
  decide: (state, command) =>
    command.type === 'RecordIndex' ? recordIndex(state, command) : correctIndex(state, command),
  evolve,
};
