import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';

import { isDuplicateKey, isOutage } from './outage';

describe('A failure of the read store', () => {
  it('is an outage when it concerns the server or the way to it', () => {
    const stepDown = new MongoServerError({ message: 'not primary', code: 10107 });
    expect(isOutage(new MongoNetworkError('gone'))).toBe(true);
    expect(isOutage(new MongoServerSelectionError('nobody', {} as never))).toBe(true);
    expect(isOutage(stepDown)).toBe(true);
  });

  it('is none when it concerns a document or the code', () => {
    expect(isOutage(new MongoServerError({ message: 'bad value', code: 2 }))).toBe(false);
    expect(isOutage(new TypeError('undefined is not a function'))).toBe(false);
    expect(isDuplicateKey(new Error('E11000'))).toBe(false);
  });
});
