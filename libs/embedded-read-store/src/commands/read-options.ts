import { badValue, ServerError, unsupported } from '../errors';
import { requireSimpleCollation } from './collation';
import { type Arguments } from './command';

/** Options every reading command takes and that must ask for nothing here. */
export const readOptions: readonly string[] = ['collation'];

/** Those of a find besides; the last two make no difference on a single node. */
export const cursorOptions: readonly string[] =
  'tailable awaitData returnKey showRecordId min max allowPartialResults oplogReplay'.split(' ');

/** @throws ServerError 238 for what MongoDB does and this node does not, 2 and 9 as MongoDB does. */
export function checkReadOptions(command: Arguments): void {
  requireSimpleCollation(command.get('collation'));
  if (command.truth('explain'))
    throw unsupported('the option explain; use the command of that name');
  if (command.truth('tailable')) {
    throw badValue('tailable cursor requested on non capped collection');
  }
  if (command.truth('awaitData')) {
    throw new ServerError(9, "Cannot set 'awaitData' without also setting 'tailable'");
  }
  for (const name of ['returnKey', 'showRecordId']) {
    if (command.truth(name)) throw unsupported(`the option ${name} of ${command.name}`);
  }
  for (const name of ['min', 'max']) {
    if (command.get(name) !== undefined) {
      throw unsupported(`the option ${name} of ${command.name}`);
    }
  }
}
