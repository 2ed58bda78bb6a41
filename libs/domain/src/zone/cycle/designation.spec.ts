import { givenFor } from '../../testing/given';
import { sampleSheet } from '../../testing/zone-sheets';
import {
  answer,
  build,
  check,
  decline,
  designate,
  evaluate,
  never,
  propose,
  published,
  recommend,
  recordedBy,
  review,
  submit,
  survey,
} from '../../testing/zones';
import { type PublishedCycleRecorded, zoneCycle } from '..';

const given = givenFor(zoneCycle);
const designated = recordedBy([designate()]);
const held = (predicate: 'WBK' | 'WBBM', validUntil: string | null = null) => ({
  ...never,
  grantedYears: [2022],
  held: {
    predicate,
    year: 2022,
    grantedOn: '2022-12-06',
    spans: [{ from: '2022-12-06', until: validUntil }],
    ...{ monitoring: [], evaluatedOn: '2022-12-06', monitoringTerm: null },
    lastStepOn: '2022-12-06',
  },
});
const lost = (on: string) => ({ ...never, revocations: [{ predicate: 'WBK' as const, on }] });
const { type: _, actor: __, at: ___, regionRegistered: ____, ...publication } = published();
const told: PublishedCycleRecorded = { type: 'PublishedCycleRecorded', data: publication };

describe('designating a unit', () => {
  it('opens its cycle of the year with the sheet in force on the first day of it, for ever', () => {
    expect(designated).toMatchObject([
      {
        type: 'UnitDesignated',
        data: {
          region: '36.04',
          unit: 'disdukcapil',
          year: 2024,
          target: 'WBK',
          sheetVersion: 1,
          sheet: { content: sampleSheet, unconfirmed: ['thresholds.WBBM', 'procedure'] },
          proposalWindow: { opensOn: '2024-07-18', closesOn: '2024-07-31', policyVersion: 1 },
        },
      },
    ]);
  });

  it('knows no window where no policy of windows is in force', () => {
    expect(recordedBy([designate({ windows: null })])).toMatchObject([
      { data: { proposalWindow: null } },
    ]);
  });

  it('happens once for a unit and year', () => {
    given(...designated)
      .when(designate())
      .refused('zone.already-designated');
  });

  it('is for WBBM only where the unit holds WBK on the day', () => {
    given()
      .when(designate({ target: 'WBBM' }))
      .refused('zone.not-wbk');
    given()
      .when(designate({ target: 'WBBM', predicates: held('WBBM') }))
      .refused('zone.not-wbk');
    given()
      .when(designate({ target: 'WBBM', predicates: held('WBK', '2024-01-14') }))
      .refused('zone.not-wbk');
    expect(
      recordedBy([designate({ target: 'WBBM', predicates: held('WBK', '2024-01-15') })]),
    ).toMatchObject([{ data: { target: 'WBBM' } }]);
  });

  it('is not for WBBM after the unit lost WBK, and for nothing in the year it lost it', () => {
    given()
      .when(designate({ target: 'WBBM', predicates: lost('2023-05-01') }))
      .refused('zone.predicate-revoked');
    given()
      .when(designate({ predicates: lost('2024-01-10') }))
      .refused('zone.revoked-in-year');
    expect(recordedBy([designate({ predicates: lost('2023-12-31') })])).toHaveLength(1);
  });

  it('follows the declaration of the region', () => {
    given()
      .when(designate({ declaredOn: null }))
      .refused('zone.not-declared');
    given()
      .when(designate({ declaredOn: '2024-01-16' }))
      .refused('zone.not-declared');
    expect(recordedBy([designate({ declaredOn: '2024-01-15' })])).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof designate>[0]]>([
    ['zone.invalid-identifier', { unit: 'Dinas A' }],
    ['zone.invalid-count', { year: 2013 }],
    ['zone.blank-text', { unitName: ' ' }],
    ['zone.blank-text', { decree: '' }],
    [
      'zone.blank-text',
      { grounds: { strategicService: 'x', sizeableResources: '', reformCarriedOut: 'x' } },
    ],
    ['zone.invalid-date', { designatedOn: '2024-02-30' }],
    ['zone.future-date', { designatedOn: '2025-07-02' }],
    ['zone.year-over', { designatedOn: '2025-01-01' }],
    ['zone.policy-missing', { sheet: null }],
  ])('is refused with %s', (code, change) => {
    given().when(designate(change)).refused(code);
  });

  it('comes before every other step', () => {
    const steps = [
      build(),
      answer('SELF'),
      submit(),
      review(),
      check(),
      propose(),
      evaluate('desk'),
      survey('clean.survey.1'),
      recommend(),
      decline(),
    ];
    for (const command of steps) given().when(command).refused('zone.not-found');
    for (const command of steps) given(told).when(command).refused('zone.not-found');
  });
});

describe('building the zone', () => {
  it('may have begun before the designation', () => {
    expect(recordedBy([designate(), build('2022-01-01')])).toHaveLength(2);
  });

  it('begins once, with a work plan', () => {
    given(...recordedBy([designate(), build()]))
      .when(build())
      .refused('zone.wrong-stage');
    given(...designated)
      .when({ ...build(), workPlan: { sha256: 'x', title: 'Plan' } })
      .refused('zone.invalid-evidence');
    given(...designated)
      .when({ ...build(), agents: [' '] })
      .refused('zone.blank-text');
    given(...designated)
      .when(build('2026-01-01'))
      .refused('zone.future-date');
  });
});

describe('what a publication tells of a cycle', () => {
  it('is recorded with its source, and unknown steps stay unknown', () => {
    given().when(published()).then(told);
    given(...designated)
      .when(published())
      .then(told);
  });

  it('is recorded once from each source', () => {
    given(told).when(published()).refused('zone.already-published');
    const other = { id: 'X', citation: 'Another paper' };
    given(told)
      .when(published({ source: other, outcome: 'granted-wbk' }))
      .then({
        type: 'PublishedCycleRecorded',
        data: { ...publication, source: other, outcome: 'granted-wbk' },
      });
  });

  it('ends a cycle whose outcome it tells, and leaves open one whose outcome it does not', () => {
    given(told).when(designate()).refused('zone.outcome-published');
    const open = recordedBy([published({ outcome: null, year: 2024 })]);
    given(...open)
      .when(designate())
      .then(...(designated as [never]));
  });

  it.each<[string, Parameters<typeof published>[0]]>([
    ['zone.region-unknown', { regionRegistered: false }],
    ['zone.invalid-identifier', { unit: 'A B' }],
    ['zone.invalid-count', { year: 1999 }],
    ['zone.blank-text', { unitName: '' }],
    ['zone.blank-text', { note: ' ' }],
    ['zone.blank-text', { source: { id: 'S3', citation: '' } }],
    ['zone.invalid-date', { declaredOn: '2021-13-01' }],
    ['zone.future-date', { outcomeOn: '2031-01-01' }],
  ])('is refused with %s', (code, change) => {
    given().when(published(change)).refused(code);
  });
});
