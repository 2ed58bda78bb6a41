import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoErrorLabel,
  MongoExpiredSessionError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoSystemError,
  MongoTopologyClosedError,
  MongoNetworkError,
  MongoWriteConcernError,
} from 'mongodb';

/**
 * Server codes that say "not now": lost, stepped-down or stopping nodes, time limits and locks,
 * cursors and operations that ended with their server, unmet write concern, refused credentials, a
 * full disk. Source: mongodb/mongo, src/mongo/base/error_codes.yml.
 */
const notNow = new Set([
  6, 7, 13, 18, 24, 43, 50, 64, 89, 91, 100, 112, 134, 189, 237, 262, 9001, 10107, 11600, 11601,
  11602, 13435, 13436, 14031,
]);

/** A session ends in the middle of an operation when its client is closed. */
const outageClasses = [
  MongoNetworkError,
  MongoSystemError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoExpiredSessionError,
  MongoServerClosedError,
  MongoOperationTimeoutError,
  MongoWriteConcernError,
];

const outageLabels = [
  MongoErrorLabel.RetryableWriteError,
  MongoErrorLabel.PoolRequestedRetry,
  MongoErrorLabel.SystemOverloadedError,
];

const duplicateKey = 11_000;

/** The refusals of single operations inside a bulk write. */
function refusedCodes(error: MongoBulkWriteError): number[] {
  return [error.writeErrors].flat().map(({ code }) => code);
}

/** True when a bulk write failed only because documents already existed, and is kept as agreed. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  if (error.result.getWriteConcernError() !== undefined) return false;
  const codes = refusedCodes(error);
  return codes.length > 0 && codes.every((code) => code === duplicateKey);
}

/** True when a single write failed because its place is taken by another document. */
export const isTaken = (error: unknown): boolean =>
  error instanceof MongoError && error.code === duplicateKey;

/** True for failures of the server or the way to it, which time may cure. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  if (error instanceof MongoBulkWriteError) {
    const codes = refusedCodes(error);
    if (codes.length > 0) return codes.every((code) => notNow.has(code) || code === duplicateKey);
    // The driver wraps whatever ended the command; what did not come from the server has no code.
    if (error.code === undefined || error.err !== undefined) return true;
  }
  return (
    outageClasses.some((outage) => error instanceof outage) ||
    outageLabels.some((label) => error.hasErrorLabel(label)) ||
    notNow.has(Number(error.code))
  );
}
