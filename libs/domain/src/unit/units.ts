import type { Decider, Decision } from '../decider';
import { closeUnit, recodeUnit, renameUnit } from './change-unit';
import type { UnitCommand } from './commands';
import type { UnitEvent } from './events';
import { mergeUnits } from './merge-units';
import { registerUnit } from './register-unit';
import { evolve, initialState, type UnitsState } from './state';

function decide(state: UnitsState, command: UnitCommand): Decision<UnitEvent> {
  switch (command.type) {
    case 'RegisterUnit':
      return registerUnit(state, command);
    case 'RenameUnit':
      return renameUnit(state, command);
    case 'RecodeUnit':
      return recodeUnit(state, command);
    case 'MergeUnits':
      return mergeUnits(state, command);
    case 'CloseUnit':
      return closeUnit(state, command);
  }
}

/** The rules of the units of one region. */
export const units: Decider<UnitsState, UnitCommand, UnitEvent> = {
  initialState,
  decide,
  evolve,
};
