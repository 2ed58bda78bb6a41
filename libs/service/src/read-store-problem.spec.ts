import { NoAnswer } from '@jejak/projection';
import {
  MongoNetworkError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';

import { problemOfReadStoreError } from './read-store-problem';

const serverSays = (code: number): MongoServerError =>
  new MongoServerError({ message: 'no', code });

describe('A read store that is away', () => {
  it.each([
    ['that cannot be found', new MongoServerSelectionError('10.0.0.7', {} as never)],
    ['whose connection was lost', new MongoNetworkError('10.0.0.7')],
    ['that takes too long', new MongoOperationTimeoutError('10.0.0.7')],
    ['that has no primary', serverSays(10107)],
    ['that is silent', new NoAnswer(5_000)],
  ])('%s is answered with 503, when to ask again, and no address', (_, error) => {
    const found = problemOfReadStoreError(error);
    expect(found).toMatchObject({
      code: 'read-store.unavailable',
      status: 503,
      headers: { 'Retry-After': '2' },
      cause: error,
    });
    expect(`${found?.detail} ${found?.fix}`).not.toContain('10.0.0.7');
  });

  it('is not what any other error says, of the driver neither', () => {
    for (const error of [serverSays(2), serverSays(11000), new Error('x'), undefined]) {
      expect(problemOfReadStoreError(error)).toBeNull();
    }
  });
});
