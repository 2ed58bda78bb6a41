import {
  MongoBulkWriteError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';

import { isDuplicateKey, isOutage } from './outage';

function refused(codes: readonly number[], writeConcernError?: object): MongoBulkWriteError {
  const writeErrors = codes.map((code) => ({ code }) as never);
  const result = { getWriteConcernError: () => writeConcernError } as never;
  return new MongoBulkWriteError({ message: 'no', code: 11000, writeErrors }, result);
}

describe('A failure of the read store', () => {
  it('is an outage when it concerns the server or the way to it', () => {
    const stepDown = new MongoServerError({ message: 'not primary', code: 10107 });
    expect(isOutage(new MongoNetworkError('gone'))).toBe(true);
    expect(isOutage(new MongoServerSelectionError('nobody', {} as never))).toBe(true);
    expect(isOutage(stepDown)).toBe(true);
    // What the driver says of an operation whose client is closed meanwhile.
    expect(isOutage(new MongoExpiredSessionError())).toBe(true);
    for (const cause of [new MongoNetworkError('gone'), stepDown]) {
      expect(isOutage(new MongoBulkWriteError(cause, {} as never))).toBe(true);
    }
  });

  it.each([
    [43, 'a cursor that went with the server that restarted'],
    [237, 'a killed cursor'],
    [11601, 'an interrupted operation'],
    [24, 'a lock that was not had in time'],
    [14031, 'a full disk'],
  ])('is an outage when reading again may do: %i, %s', (code) => {
    expect(isOutage(new MongoServerError({ message: 'not now', code }))).toBe(true);
  });

  it('is none when it concerns a document or the code', () => {
    expect(isOutage(new MongoServerError({ message: 'bad value', code: 2 }))).toBe(false);
    expect(isOutage(new TypeError('undefined is not a function'))).toBe(false);
    const tooLarge = { message: 'too large', code: 10334, writeErrors: [{ code: 10334 } as never] };
    expect(isOutage(new MongoBulkWriteError(tooLarge, {} as never))).toBe(false);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
  });

  it('is another writer when every refused operation found its document already there', () => {
    expect(isDuplicateKey(refused([11000, 11000]))).toBe(true);
    expect(isDuplicateKey(refused([11000, 10334]))).toBe(false);
  });

  it('is an outage, and nothing is there already, when what stands there was not replicated', () => {
    const steppedDown = refused([11000], { code: 189 });
    expect(isDuplicateKey(steppedDown)).toBe(false);
    expect(isOutage(steppedDown)).toBe(true);
  });
});
