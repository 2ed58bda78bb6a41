import { declarationStream } from '@jejak/domain';
import type {
  DeclarationEvent,
  DeclarationField,
  ObligationKey,
} from '@jejak/domain/declaration/events';
import fc from 'fast-check';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { complianceBoard, declarationRegister, filingCounts, obligorCounts } from '.';

const basis = { policyVersion: 2, unconfirmed: ['effectiveFrom'] };
const personOf = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const keyOf = (
  index: number,
  region = '36.73',
  field: DeclarationField = 'executive',
): ObligationKey => ({ person: personOf(index), position: 'camat', region, field });

const registered = (key: ObligationKey, firstYear = 2023): DeclarationEvent => ({
  type: 'ObligorRegistered',
  data: {
    ...key,
    ...basis,
    title: 'Camat',
    since: '2015-01-01',
    firstYear,
    expects: { filing: `periodic-${firstYear}`, dueOn: `${firstYear + 1}-03-31` },
  },
});
const filed = (key: ObligationKey, filedOn: string, year = 2023): DeclarationEvent => ({
  type: 'WealthReportFiled',
  data: {
    ...key,
    ...basis,
    filing: `periodic-${year}`,
    year,
    kind: 'periodic',
    occasionOn: `${year}-12-31`,
    filedOn,
    receipt: 'TT-1',
    dueOn: `${year + 1}-03-31`,
    late: filedOn > `${year + 1}-03-31`,
    expects: { filing: `periodic-${year + 1}`, dueOn: `${year + 2}-03-31` },
    recordedBy: 'operator-1',
  },
});
const verified = (
  key: ObligationKey,
  verifiedOn: string,
  result: 'complete' | 'incomplete' = 'complete',
): DeclarationEvent => ({
  type: 'WealthReportVerified',
  data: {
    ...key,
    filing: 'periodic-2023',
    year: 2023,
    result,
    verifiedOn,
    notice: result === 'complete' ? null : 'ND-1',
    completeBy: result === 'complete' ? null : '2024-06-01',
    counted: [],
    basis: result === 'complete' ? null : basis,
    verifiedBy: 'verifier-1',
  },
});
const ended = (key: ObligationKey, notObligedFrom: number): DeclarationEvent => ({
  type: 'ObligationEnded',
  data: {
    ...key,
    ...basis,
    endedOn: `${notObligedFrom}-06-30`,
    ground: 'pension',
    notObligedFrom,
    expects: { filing: `special-end-${notObligedFrom}-06-30`, dueOn: `${notObligedFrom}-09-30` },
    releases: ['periodic-2024'],
  },
});

const logOf = (events: readonly DeclarationEvent[]) =>
  recorded(events.map((event) => ({ stream: declarationStream(event.data), event })));
const boardOf = (events: readonly DeclarationEvent[], asOf: string, year = 2023) =>
  complianceBoard(
    [...fold(obligorCounts, twice(logOf(events))).values()],
    [...fold(filingCounts, twice(logOf(events))).values()],
    { year, asOf },
  );

describe('the compliance board', () => {
  const [ani, budi, citra, dewi] = [
    keyOf(1),
    keyOf(2),
    keyOf(3, '36.73', 'legislative'),
    keyOf(4, '36.04'),
  ] as const;
  const events = [
    ...[ani, budi, citra, dewi].map((key) => registered(key)),
    filed(ani, '2024-03-31'),
    filed(budi, '2024-04-01'),
    verified(ani, '2024-05-02'),
    verified(budi, '2024-05-02', 'incomplete'),
  ];

  it('takes both ratios over the obligors, by region and by field', () => {
    const board = boardOf(events, '2024-12-31');
    expect(board.total).toEqual({
      obligors: 4,
      submitted: 2,
      late: 1,
      complete: 1,
      outstanding: 2,
      submittedPercent: '50',
      completePercent: '25',
    });
    expect(board.byRegion.map(({ region, completePercent }) => [region, completePercent])).toEqual([
      ['36.04', '0'],
      ['36.73', '33.33'],
    ]);
    expect(board.byField).toMatchObject([
      { field: 'executive', obligors: 3, submitted: 2 },
      { field: 'legislative', obligors: 1, submitted: 0 },
    ]);
  });

  it('shows a day as it was', () => {
    expect(boardOf(events, '2024-03-30').total).toMatchObject({ submitted: 0, complete: 0 });
    expect(boardOf(events, '2024-03-31').total).toMatchObject({ submitted: 1, complete: 0 });
    expect(boardOf(events, '2024-05-02').total).toMatchObject({ submitted: 2, complete: 1 });
  });

  it('counts who owes the report of that year', () => {
    expect(boardOf(events, '2024-12-31', 2022).total).toMatchObject({
      obligors: 0,
      submittedPercent: null,
    });
    const left = [...events, ended(dewi, 2024)];
    expect(boardOf(left, '2025-12-31').total.obligors).toBe(4);
    expect(boardOf(left, '2025-12-31', 2024).total.obligors).toBe(3);
  });

  it('agrees with counting person by person', () => {
    const person = fc.record({
      region: fc.constantFrom('36.04', '36.73'),
      filedOn: fc.constantFrom(null, '2024-02-01', '2024-03-31', '2024-05-01'),
      complete: fc.boolean(),
      firstYear: fc.constantFrom(2022, 2023, 2024),
    });
    const asOf = fc.constantFrom('2024-01-31', '2024-03-31', '2024-12-31');
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), asOf, (people, day) => {
        const owing = people.map((one, index) => ({ ...one, key: keyOf(index, one.region) }));
        const log = owing.flatMap(({ key, filedOn, complete, firstYear }) => [
          registered(key, firstYear),
          ...(filedOn !== null && firstYear <= 2023 ? [filed(key, filedOn)] : []),
          ...(filedOn !== null && firstYear <= 2023 && complete ? [verified(key, filedOn)] : []),
        ]);
        const obliged = owing.filter(({ firstYear }) => firstYear <= 2023);
        const done = obliged.filter(({ filedOn }) => filedOn !== null && filedOn <= day);
        expect(boardOf(log, day).total).toMatchObject({
          obligors: obliged.length,
          submitted: done.length,
          late: done.filter(({ filedOn }) => filedOn === '2024-05-01').length,
          complete: done.filter(({ complete }) => complete).length,
          outstanding: obliged.length - done.length,
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the register', () => {
  const key = keyOf(1);
  const after = (...events: DeclarationEvent[]) =>
    [...fold(declarationRegister, twice(logOf(events))).values()][0]!;

  it('tells what was made, what is due, and nothing of what a report says', () => {
    const document = after(
      registered(key),
      filed(key, '2024-04-01'),
      verified(key, '2024-05-02', 'incomplete'),
    );
    expect(document).toMatchObject({
      obliged: true,
      times: [{ since: '2015-01-01', endedOn: null }],
      expected: [{ filing: 'periodic-2024' }],
      filings: [
        { filing: 'periodic-2023', late: true, status: 'incomplete', completeBy: '2024-06-01' },
      ],
    });
    expect(JSON.stringify(document)).not.toContain('TT-1');
  });

  it('has the reports by their day of filing, whatever was recorded first', () => {
    const [last, sameDay] = [filed(key, '2025-03-01', 2024), filed(key, '2025-03-01', 2022)];
    const { filings } = after(registered(key), last, sameDay, filed(key, '2024-03-01', 2023));
    expect(filings.map(({ year }) => year)).toEqual([2023, 2024, 2022]);
  });

  it('ends with the last report that is due', () => {
    expect(after(registered(key), filed(key, '2024-03-01'), ended(key, 2024))).toMatchObject({
      obliged: false,
      expected: [{ filing: 'special-end-2024-06-30', dueOn: '2024-09-30' }],
    });
  });

  it('refuses a finding on a report that was never made', () => {
    expect(() => after(registered(key), verified(key, '2024-05-02'))).toThrow('no report');
  });
});
