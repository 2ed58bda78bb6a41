import { NO_METADATA, parseStreamMetadata } from '../storage/stream-metadata';
import { firstVisible, isTooOld } from './visible-range';

const metadata = (text: string) => parseStreamMetadata(Buffer.from(text));

describe('what stream metadata hides', () => {
  it.each([
    ['{}', 0],
    ['{"$maxCount":3}', 7],
    ['{"$tb":5}', 5],
    ['{"$tb":8,"$maxCount":3}', 8],
    ['not json', 0],
    ['[1]', 0],
    ['{"$maxCount":"3"}', 0],
  ])('%s shows a stream of ten events from revision %i', (text, first) => {
    expect(firstVisible(metadata(text), 9)).toBe(first);
  });

  it('counts $maxAge in seconds', () => {
    expect(isTooOld(metadata('{"$maxAge":10}'), 1_000, 11_001)).toBe(true);
    expect(isTooOld(metadata('{"$maxAge":10}'), 1_000, 11_000)).toBe(false);
    expect(isTooOld(NO_METADATA, 0, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
