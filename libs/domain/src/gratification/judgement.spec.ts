import { giver, receiver, report, reported, rules2019, rules2026 } from '../testing/gratifications';
import { givenFor } from '../testing/given';
import { gratification, type GratificationReported, type ReportGratification } from '.';

const given = givenFor(gratification);

/** What is recorded of a report, after others. */
function judged(
  change: Partial<ReportGratification>,
  ...before: GratificationReported[]
): GratificationReported['data'] {
  const state = before.reduce(
    (one, event) => gratification.evolve(one, event),
    gratification.initialState(),
  );
  const decision = gratification.decide(state, report({ report: 'judged', ...change }));
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  const [event] = decision.events;
  if (event?.type !== 'GratificationReported') throw new Error('nothing was reported');
  return event.data;
}

describe('a report of a gift', () => {
  it('is in time on the 30th working day after the receipt and late on the next', () => {
    const [due, decision] = reported().data.counted;
    given().when(report()).then(reported());
    given()
      .when(report({ reportedOn: '2026-03-17' }))
      .then(
        reported({
          ...{ reportedOn: '2026-03-17', inTime: false, decideBy: '2026-04-28' },
          counted: [
            { ...due!, countedOn: '2026-03-17' },
            { ...decision!, from: '2026-03-17', countedOn: '2026-03-17', dueOn: '2026-04-28' },
          ],
        }),
      );
  });

  it('has ten working days to the unit, which has ten to pass it on', () => {
    expect(judged({ to: 'upg', reportedOn: '2026-02-16' })).toMatchObject({
      dueOn: '2026-02-16',
      inTime: true,
      forwardBy: '2026-03-02',
      unconfirmed: ['effectiveFrom', 'forward', 'decision'],
    });
    expect(judged({ to: 'upg', reportedOn: '2026-02-17' }).inTime).toBe(false);
  });

  it('is neither in time nor late where no calendar covers the term', () => {
    expect(judged({ calendars: [] })).toMatchObject({ dueOn: null, inTime: null });
  });

  it('misses documents for 30 working days from receipt before 2026, for 20 from the report since', () => {
    const missing = { complete: false, reportedOn: '2026-02-09' };
    expect(judged({ ...missing, rules: rules2019 }).completeBy).toBe('2026-03-16');
    expect(judged({ ...missing, rules: rules2026 }).completeBy).toBe('2026-03-09');
  });

  it.each([
    [{ receiver: 'ratu-tatu' }, 'gratification.invalid-pseudonym'],
    [{ giver: '3604012345678901' }, 'gratification.invalid-pseudonym'],
    [{ giver: receiver }, 'gratification.giver-is-receiver'],
    [{ report: 'No. 1' }, 'gratification.invalid-identifier'],
    [{ value: '1e6' }, 'gratification.invalid-decimal'],
    [{ value: '0' }, 'gratification.invalid-value'],
    [{ receivedOn: '2026-02-30' }, 'gratification.invalid-date'],
    [{ reportedOn: '2026-06-02' }, 'gratification.future-date'],
    [{ reportedOn: '2026-02-01' }, 'gratification.out-of-order'],
    [{ regionRegistered: false }, 'gratification.region-unknown'],
    [{ rules: null }, 'gratification.policy-missing'],
  ])('with %j is refused', (change, code) => {
    given().when(report(change)).refused(code);
  });

  it('is recorded once', () => {
    given(reported()).when(report()).refused('gratification.already-reported');
  });
});

describe('what need not be reported', () => {
  const ceremony = { category: 'ceremony', form: 'cash' } as const;
  const coWorker = { category: 'co-worker', giverRelation: 'colleague' } as const;
  const farewell = { category: 'farewell', giverRelation: 'colleague' } as const;

  it.each([
    [rules2019, { ...ceremony, value: '1000000' }, 'exempt'],
    [rules2019, { ...ceremony, value: '1000000.01' }, 'over-limit'],
    [rules2026, { ...ceremony, value: '1500000' }, 'exempt'],
    [rules2026, { ...ceremony, value: '1500001' }, 'over-limit'],
    [rules2019, { ...coWorker, value: '200000' }, 'exempt'],
    [rules2019, { ...coWorker, value: '200001' }, 'over-limit'],
    [rules2026, { ...coWorker, value: '500000' }, 'exempt'],
    [rules2026, { ...coWorker, value: '500001' }, 'over-limit'],
    [rules2026, { ...coWorker, form: 'cash', value: '1' }, 'cash'],
    [rules2026, { ...coWorker, giver: null, value: '1' }, 'giver-unknown'],
    [rules2019, { ...farewell, value: '300000' }, 'exempt'],
    [rules2019, { ...farewell, value: '300001' }, 'over-limit'],
    [rules2026, { ...farewell, value: '1' }, 'no-exemption'],
    [rules2026, { category: 'other', value: '1' }, 'no-exemption'],
  ] as const)('by the rules in force on the day of receipt (%#)', (rules, change, verdict) => {
    const data = judged({ ...change, rules });
    expect([data.verdict, data.reportable]).toEqual([verdict, verdict !== 'exempt']);
    expect(data.policyVersion).toBe(rules.version);
  });

  it('from one colleague ends with the total of the year of receipt', () => {
    const gifts = ['a', 'b'].map((id) =>
      reported({ ...coWorker, report: id, value: '500000', verdict: 'exempt', reportable: false }),
    );
    const third = { ...coWorker, value: '500000' };
    expect(judged(third, ...gifts)).toMatchObject({ verdict: 'exempt', yearTotal: '1500000' });
    expect(judged({ ...third, value: '500000.01' }, ...gifts).verdict).toBe('over-limit');
    const more = { ...coWorker, value: '1', report: 'fourth' };
    const third2026 = reported({ ...coWorker, report: 'c', value: '500000' });
    expect(judged(more, ...gifts, third2026)).toMatchObject({
      verdict: 'over-yearly-limit',
      reportable: true,
      yearTotal: '1500001',
    });
  });

  it('counts neither other givers, nor other years, nor other categories', () => {
    const others = [
      reported({ ...coWorker, report: 'a', value: '1500000', giver: receiver.replace('5f', 'aa') }),
      reported({ ...coWorker, report: 'b', value: '1500000', receivedOn: '2025-12-31' }),
      reported({ ...ceremony, report: 'c', value: '1500000' }),
    ];
    expect(judged({ ...coWorker, giver, value: '500000' }, ...others)).toMatchObject({
      verdict: 'exempt',
      yearTotal: '500000',
    });
  });
});
