import { aggregate } from './aggregate';
import { bulkWrite } from './bulk-write';
import { create, drop, dropDatabase, renameCollection } from './collections';
import { listCollections, listDatabases } from './collections-list';
import { type Command } from './command';
import { count } from './count';
import { deleteDocuments } from './delete';
import { distinct } from './distinct';
import { explain } from './explain';
import { find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import { configureFailPoint, hello, isMaster } from './hello';
import {
  buildInfo,
  connectionStatus,
  endTransaction,
  getParameter,
  ping,
  serverStatus,
} from './hello-and-status';
import { createIndexes, listIndexes } from './indexes';
import { dropIndexes } from './indexes-drop';
import { insert } from './insert';
import { endSessions, killSessions, refreshSessions } from './sessions';
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
    connectionStatus,
    getParameter,
    endSessions,
    killSessions,
    refreshSessions,
    commitTransaction: endTransaction,
    abortTransaction: endTransaction,
    insert,
    update,
    delete: deleteDocuments,
    findAndModify,
    findandmodify: findAndModify,
    bulkWrite,
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
    deleteIndexes: dropIndexes,
    configureFailPoint,
  }),
);
