import { type Principal } from '@jejak/access';
import { type CommandEnvelope } from '@jejak/event-store';

/** Who sends a command, and the identifiers it is recorded under. */
export interface Caller {
  readonly principal: Principal;
  readonly envelope: CommandEnvelope;
}
