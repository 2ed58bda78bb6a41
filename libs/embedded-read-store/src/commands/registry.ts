import { aggregate } from './aggregate';
import {
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  renameCollection,
} from './collections';
import { type Command } from './command';
import { count, distinct } from './count';
import { deleteDocuments } from './delete';
import { explain } from './explain';
import { find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import {
  buildInfo,
  configureFailPoint,
  endSessions,
  hello,
  isMaster,
  ping,
  serverStatus,
} from './hello';
import { createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import { update } from './update';

/** Every command this node speaks; the fault switch only where it was asked for. */
export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    hello,
    isMaster,
    ismaster: isMaster,
    ping,
    buildInfo,
    buildinfo: buildInfo,
    serverStatus,
    endSessions,
    insert,
    update,
    delete: deleteDocuments,
    findAndModify,
    findandmodify: findAndModify,
    find,
    getMore,
    killCursors,
    count,
    distinct,
    aggregate,
    explain,
    create,
    drop,
    dropDatabase,
    renameCollection,
    listCollections,
    listDatabases,
    createIndexes,
    listIndexes,
    dropIndexes,
    configureFailPoint,
  }),
);
