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

/** @throws ServerError 14 for what names no sessions, 2 for too many. */
function sessionsIn(command: Arguments): Set<string> {
  const sessions = command.list(command.name).map(idOf);
  if (sessions.length > maxSessions) {
    throw new ServerError(2, `at most ${String(maxSessions)} sessions can be ended at once`);
  }
  const ids = sessions.filter((id) => id !== undefined);
  if (ids.length < sessions.length) throw new ServerError(14, 'a session without an id');
  return new Set(ids);
}

/** The cursors of these sessions end with them; a session holds nothing else here. */
export const endSessions: Command = {
  options: [],
  writes: false,
  run(command, { cursors }) {
    cursors.endSessions(sessionsIn(command));
    return {};
  },
};

export const killSessions = endSessions;

/** Sessions do not grow old here; that they are named well is all there is to see to. */
export const refreshSessions: Command = {
  options: [],
  writes: false,
  run(command) {
    sessionsIn(command);
    return {};
  },
};
