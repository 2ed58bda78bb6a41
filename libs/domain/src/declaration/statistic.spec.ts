import fc from 'fast-check';

import { at, by } from '../testing/declarations';
import { givenFor } from '../testing/given';
import { complianceRatios, declarationStatistic, type RecordComplianceStatistic } from '.';

const given = givenFor(declarationStatistic);
const april2024 = {
  year: 2023,
  asOf: '2024-04',
  field: null,
  obligors: 407_290,
  submitted: 391_705,
  complete: 208_288,
  source: { id: 'L6', citation: 'databoks 66dec6bf6ec36' },
};
const record = (change: Partial<RecordComplianceStatistic> = {}): RecordComplianceStatistic => ({
  type: 'RecordComplianceStatistic',
  ...april2024,
  actor: by('operator'),
  at,
  ...change,
});
const recorded = {
  type: 'ComplianceStatisticRecorded',
  data: { ...april2024, submittedPercent: '96.17', completePercent: '51.14' },
} as const;

describe('compliance', () => {
  it.each([
    [407_290, 391_705, 208_288, '96.17', '51.14'],
    [406_844, 392_772, 210_370, '96.54', '51.71'],
    [1, 1, 0, '100', '0'],
    [3, 1, null, '33.33', null],
    [0, 0, 0, null, null],
  ])('of %i obligors, %i submitted and %s complete is %s and %s', (...example) => {
    const [obligors, submitted, complete, submittedPercent, completePercent] = example;
    expect(complianceRatios({ obligors, submitted, complete })).toEqual({
      submittedPercent,
      completePercent,
    });
  });

  it('is over the obligors: reports nobody handed in make no body look better', () => {
    const counts = fc.tuple(fc.integer({ min: 2, max: 500_000 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(counts, ([obligors, some, fewer]) => {
        const submitted = some % obligors;
        const complete = fewer % (submitted + 1);
        const all = complianceRatios({ obligors, submitted: obligors, complete });
        expect(complianceRatios({ obligors, submitted, complete }).completePercent).toBe(
          all.completePercent,
        );
      }),
    );
    expect(JSON.stringify(recorded.data)).not.toContain('53.17');
  });
});

describe('a published statistic', () => {
  it('is recorded with both ratios, as of a month where its source gives no day', () => {
    given().when(record()).then(recorded);
  });

  it('is recorded once for each source, day and field', () => {
    given(recorded).when(record()).refused('declaration.statistic-already-recorded');
    const other = { obligors: 20_002, submitted: 15_956, complete: null };
    given(recorded)
      .when(record({ ...other, field: 'legislative' }))
      .then({
        type: 'ComplianceStatisticRecorded',
        data: {
          ...april2024,
          ...other,
          field: 'legislative',
          submittedPercent: '79.77',
          completePercent: null,
        },
      });
  });

  it.each([
    [{ submitted: 407_291 }, 'declaration.counts-contradict'],
    [{ complete: 391_706 }, 'declaration.counts-contradict'],
    [{ obligors: 0 }, 'declaration.invalid-count'],
    [{ submitted: 0.5 }, 'declaration.invalid-count'],
    [{ asOf: '2024-13' }, 'declaration.invalid-date'],
    [{ asOf: '2025-07' }, 'declaration.future-date'],
    [{ source: { id: 'L6', citation: ' ' } }, 'declaration.blank-text'],
  ])('with %j is refused', (change, code) => {
    given().when(record(change)).refused(code);
  });
});
