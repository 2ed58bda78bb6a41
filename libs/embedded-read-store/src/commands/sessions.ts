import { fieldOf, isObject, rawOf, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { type Arguments, type Command } from './command';

/** The most sessions one `endSessions` may name. */
const maxSessions = 10_000;

const idOf = (session: Value | undefined): string | undefined => {
  const id = isObject(session) ? fieldOf(session, 'id') : undefined;
  return id && rawOf(id).toString('latin1');
};

/** Which session a command belongs to, as a key; undefined without one. */
export const sessionOf = (command: Arguments): string | undefined => idOf(command.get('lsid'));

/** The cursors of these sessions end with them; a session holds nothing else here. */
export const endSessions: Command = {
  options: [],
  writes: false,
  run(command, { cursors }) {
    const sessions = command.list('endSessions');
    if (sessions.length > maxSessions) {
      throw new ServerError(2, `at most ${String(maxSessions)} sessions can be ended at once`);
    }
    cursors.endSessions(new Set(sessions.map(idOf).filter((id) => id !== undefined)));
    return {};
  },
};
