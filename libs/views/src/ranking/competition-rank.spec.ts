import fc from 'fast-check';

import { competitionRanks } from './competition-rank';

const score = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom('', '.0', '.5', '.50', '.05'))
  .map(([whole, fraction]) => `${whole}${fraction}`);
const scores = fc.array(score, { maxLength: 20 });

describe('standard competition ranks', () => {
  it('share a rank on equal scores and skip the next', () => {
    expect(competitionRanks(['83', '67', '65', '65', '51'])).toEqual([1, 2, 3, 3, 5]);
  });

  it('compare decimals, not text and not floats', () => {
    expect(competitionRanks(['9', '10', '69.55', '69.550'])).toEqual([4, 3, 1, 1]);
    expect(competitionRanks(['0.30000000000000000001', '0.3'])).toEqual([1, 2]);
  });

  it('are one more than the number of higher scores', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const higher = (value: string) =>
          values.filter((other) => Number(other) > Number(value)).length;
        expect(competitionRanks(values)).toEqual(values.map((value) => higher(value) + 1));
      }),
    );
  });

  it('stay with their score when the scores are shuffled', () => {
    const shuffled = scores.chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.shuffledSubarray(
          values.map((_, place) => place),
          {
            minLength: values.length,
          },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([values, places]) => {
        const ranks = competitionRanks(values);
        const ofShuffled = competitionRanks(places.map((place) => values[place] ?? ''));
        expect(ofShuffled).toEqual(places.map((place) => ranks[place]));
      }),
    );
  });
});
