import { argumentNumber, argumentTruth, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldOf, fieldsOf, isNullish, isObject, type Value } from '../bson/value';
import { badValue, ServerError, unsupported } from '../errors';

/** What any command may carry. */
const everywhere = new Set(
  '$db lsid $clusterTime $readPreference readConcern writeConcern maxTimeMS comment apiVersion apiStrict apiDeprecationErrors'.split(
    ' ',
  ),
);

const ofTransactions = new Set(['txnNumber', 'startTransaction', 'autocommit']);

/** Options MongoDB has, which are refused where this node does not do them. */
const known = new Set(
  'let collation tailable awaitData oplogReplay showRecordId returnKey min max hint requestResumeToken resumeAfter startAt fromMongos needsMerge exchange passthroughToShard explain runtimeConstants legacyRuntimeConstants encryptionInformation stmtId stmtIds isTimeseriesNamespace querySettings rawData unwrappedReadPref maxAwaitTimeMS term readOnce'.split(
    ' ',
  ),
);

/** The commands of MongoDB's stable API, version 1. */
const stable = new Set(
  'abortTransaction aggregate bulkWrite commitTransaction count create createIndexes delete drop dropDatabase dropIndexes endSessions explain find findAndModify getMore hello insert killCursors listCollections listDatabases listIndexes ping refreshSessions update'.split(
    ' ',
  ),
);

/** @throws ServerError 20, 14, 40415, 238 and those of the concerns and of the API version. */
export function checkEnvelope(
  name: string,
  body: Value,
  options: readonly string[],
  sequences: readonly string[],
): void {
  const foreign = sequences.find((sequence) => !options.includes(sequence));
  if (foreign !== undefined) refuseOption(name, foreign);
  for (const field of fieldsOf(body)) {
    if (field.name === name || options.includes(field.name)) continue;
    if (ofTransactions.has(field.name)) {
      throw new ServerError(
        20,
        'Transaction numbers are only allowed on a replica set member or mongos',
      );
    }
    if (everywhere.has(field.name)) checkCommon(field.name, field.value, name, body);
    else if (!isEmpty(field.value)) refuseOption(name, field.name);
  }
}

/** An option that is null, or an empty document, asks for nothing. */
const isEmpty = (value: Value): boolean =>
  isNullish(value) || (isObject(value) && fieldsOf(value).length === 0);

function refuseOption(command: string, option: string): never {
  if (known.has(option)) throw unsupported(`the option ${option} of ${command}`);
  throw new ServerError(40415, `BSON field '${command}.${option}' is an unknown field.`);
}

function checkCommon(field: string, value: Value, command: string, body: Value): void {
  if (field === 'writeConcern') checkWriteConcern(value);
  else if (field === 'readConcern') checkReadConcern(value);
  else if (field === 'lsid') checkSession(value);
  else if (field.startsWith('api')) checkApiVersion(command, body);
}

function documentAt(field: string, value: Value): Value | undefined {
  if (isNullish(value)) return undefined;
  if (!isObject(value)) throw new ServerError(14, `BSON field '${field}' must be an object`);
  return value;
}

function checkSession(value: Value): void {
  const session = documentAt('lsid', value);
  if (session !== undefined && fieldOf(session, 'id')?.type !== BsonType.binary) {
    throw new ServerError(14, "BSON field 'lsid.id' must be a UUID");
  }
}

/** The most members a set may have, and so the most that can be asked to confirm. */
const maxMembers = 50;
const concernFields = new Set(['w', 'j', 'wtimeout', 'fsync', 'provenance']);

/** @throws ServerError 2 for what no single node can give, 9 for what nobody can. */
function checkWriteConcern(value: Value): void {
  const concern = documentAt('writeConcern', value);
  if (concern === undefined) return;
  const foreign = fieldsOf(concern).find((field) => !concernFields.has(field.name));
  if (foreign !== undefined) {
    throw new ServerError(9, `unrecognized write concern field: ${foreign.name}`);
  }
  const w = fieldOf(concern, 'w');
  if (w === undefined) return;
  if (w.type === BsonType.string) {
    if (textOf(w) === 'majority') return;
    throw badValue(
      `cannot use non-majority 'w' mode ${textOf(w)} when a host is not a member of a replica set`,
    );
  }
  const members = argumentNumber(w);
  if (members === undefined) throw new ServerError(9, 'w has to be a number or string');
  if (members < 0 || members > maxMembers) {
    throw new ServerError(9, 'w has to be a non-negative number and not greater than 50');
  }
  if (members > 1) throw badValue("cannot use 'w' > 1 when a host is not replicated");
}

/** @throws ServerError 2 for a level that does not exist, 123 for one of a replica set. */
function checkReadConcern(value: Value): void {
  const concern = documentAt('readConcern', value);
  const level = concern === undefined ? undefined : fieldOf(concern, 'level');
  if (level === undefined) return;
  const text = level.type === BsonType.string ? textOf(level) : '';
  if (['local', 'majority', 'available'].includes(text)) return;
  if (text === 'linearizable' || text === 'snapshot') {
    throw new ServerError(123, `node needs to be a replica set member to use readConcern: ${text}`);
  }
  throw badValue(`Enumeration value '${text}' for field 'readConcern.level' is not a valid value.`);
}

/** @throws ServerError 322 for another version than 1, 323 for a command it does not have. */
function checkApiVersion(command: string, body: Value): void {
  const version = fieldOf(body, 'apiVersion');
  if (version === undefined) {
    throw new ServerError(
      4_886_600,
      'Provided apiStrict or apiDeprecationErrors, but no apiVersion',
    );
  }
  if (version.type !== BsonType.string || textOf(version) !== '1') {
    throw new ServerError(322, 'API version must be "1"');
  }
  if (argumentTruth(fieldOf(body, 'apiStrict')) && !stable.has(command)) {
    throw new ServerError(
      323,
      `Provided apiStrict:true, but the command ${command} is not in API Version 1`,
    );
  }
}
