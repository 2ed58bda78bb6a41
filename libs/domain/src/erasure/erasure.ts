import type { Decider } from '../decider';
import type { ErasureCommand } from './commands';
import { decideErasure } from './decide-erasure';
import type { ErasureEvent } from './events';
import { requestErasure } from './request-erasure';
import { shredSubjectKey } from './shred-subject-key';
import { type ErasureState, evolve, initialState } from './state';

/** The rules of the erasure of one subject (UU 27/2022, Pelindungan Data Pribadi). */
export const erasure: Decider<ErasureState, ErasureCommand, ErasureEvent> = {
  initialState,
  decide(state, command) {
    switch (command.type) {
      case 'RequestErasure':
        return requestErasure(state, command);
      case 'DecideErasure':
        return decideErasure(state, command);
      case 'ShredSubjectKey':
        return shredSubjectKey(state, command);
    }
  },
  evolve,
};
