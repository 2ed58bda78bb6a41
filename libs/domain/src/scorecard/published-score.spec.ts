import { givenFor } from '../testing/given';
import { opened, areasRecorded, publish, published, finalised } from '../testing/scorecards';
import { scorecard, type RecordPublishedScore } from '.';

const given = givenFor(scorecard);

describe('recording a published score', () => {
  it('keeps it beside the computed one, before and after finalisation', () => {
    given(opened).when(publish()).then(published(1, null));
    given(opened, areasRecorded).when(publish()).then(published(1, '62.86'));
    given(opened, areasRecorded, finalised).when(publish()).then(published(1, '62.86'));
  });

  it('numbers the publications in their order', () => {
    const { source } = publish();
    const series: Partial<RecordPublishedScore>[] = [
      { value: '29', status: 'provisional', asOf: '2019-08-21', source: { ...source, id: 'B5' } },
      { value: '29', status: 'provisional', asOf: '2019-10-30', source: { ...source, id: 'B6' } },
      {
        value: '44',
        status: 'provisional',
        asOf: '2019-12-19',
        source: { ...source, id: 'B3' },
        publishedRank: 7,
      },
      { value: '63' },
    ];
    const events = series.map((change, index) => published(index + 1, null, change));
    series.forEach((change, index) => {
      given(opened, ...events.slice(0, index))
        .when(publish(change))
        .then(events[index]!);
    });
    const state = [opened, ...events].reduce(
      (before, event) => scorecard.evolve(before, event),
      scorecard.initialState(),
    );
    expect(state).toMatchObject({
      publications: [{ value: '29' }, { value: '29' }, { value: '44' }, { value: '63' }],
    });
  });

  it('takes the same fact from the same source once', () => {
    const history = [opened, published(1, null)];
    given(...history)
      .when(publish({ value: '63.00', publishedRank: 3 }))
      .refused('scorecard.publication-already-recorded');
    const later = { asOf: '2021-03-04' };
    given(...history)
      .when(publish(later))
      .then(published(2, null, later));
  });

  it.each<[string, Partial<RecordPublishedScore>]>([
    ['scorecard.invalid-decimal', { value: 'A' }],
    ['scorecard.score-out-of-scale', { value: '101' }],
    ['scorecard.invalid-date', { asOf: '2019' }],
    ['scorecard.future-date', { asOf: '2021-04-02' }],
    ['scorecard.invalid-rank', { publishedRank: 0 }],
    ['scorecard.invalid-rank', { publishedRank: 1.5 }],
    ['scorecard.blank-text', { source: { id: 'B1', citation: ' ' } }],
  ])('is refused with %s', (code, change) => {
    given(opened).when(publish(change)).refused(code);
  });
});
