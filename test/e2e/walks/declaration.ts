import type { ComplianceBoard, DeclarationDocument } from '@jejak/views';

import type { Path, Walk } from '../support/walk';

const region = '36.73';
const persons = {
  prompt: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d01',
  late: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d02',
  silent: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d03',
  left: '0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04',
} as const;
const title = 'Kepala Dinas Kesehatan';
const obligor = { region, field: 'executive', title, since: '2023-02-01', firstYear: 2024 };
const filed = (filedOn: string, occasionOn = '2024-12-31') => ({
  ...{ kind: 'periodic', occasionOn, filedOn, receipt: 'TT/2025/0001' },
});
const found = (result: string, verifiedOn: string, notice?: string) => ({
  ...{ filing: 'periodic-2024', result, verifiedOn, ...(notice ? { notice } : {}) },
});

/** Four obligors of one year: one in time, one late, one silent, one who left before its end. */
export function walkOfDeclarations(walkNow: () => Walk): void {
  let walk: Walk;
  const of = (who: keyof typeof persons): Path =>
    walk.path(
      `/v1/declarations/${persons[who]}/kepala-dinas`,
      `declaration-${persons[who]}_kepala-dinas`,
    );
  const clerk = () => walk.as('operator', 'clerk', [region]);
  const verifier = () => walk.as('verifier', 'commission');
  const page = (who: keyof typeof persons) =>
    walk.read<DeclarationDocument>(`/v1/declarations/${persons[who]}/kepala-dinas`);
  const ratios = async (asOf: string) => {
    const url = `/v1/declarations/compliance?year=2024&region=36&asOf=${asOf}`;
    const { obligors, submitted, complete, submittedPercent, completePercent } = (
      await walk.read<ComplianceBoard>(url)
    ).total;
    return [obligors, submitted, complete, submittedPercent, completePercent];
  };

  describe('wealth reports of a year', () => {
    beforeAll(() => {
      walk = walkNow();
    });

    it('are owed by who holds a position at its end, and by nobody else', async () => {
      for (const who of Object.keys(persons) as (keyof typeof persons)[]) {
        await of(who).done(clerk(), 'register-obligor', obligor);
      }
      await of('left').refused(clerk(), 'register-obligor', obligor, 'declaration.already-obliged');
      const ended = { endedOn: '2024-06-30', ground: 'pension' };
      await of('left').done(clerk(), 'end-obligation', ended);
      await of('left').refused(clerk(), 'end-obligation', ended, 'declaration.not-obliged');
      const report = filed('2025-02-01');
      await of('left').refused(clerk(), 'record-filing', report, 'declaration.not-obliged');
      expect(await ratios('2025-01-01')).toEqual([3, 0, 0, '0', '0']);
    });

    it('are in time on the last day and late on the next, and refused for no other day', async () => {
      const refusals: readonly [object, string, number?][] = [
        [filed('2024-12-30'), 'declaration.out-of-order'],
        [filed('2999-01-01'), 'declaration.future-date'],
        [filed('2024-09-01', '2024-08-31'), 'declaration.not-obliged'],
        [filed('2025-02-01', '2023-12-31'), 'declaration.not-obliged'],
        [
          { ...filed('2025-02-01'), receipt: '3673011234567890' },
          'declaration.invalid-reference',
          400,
        ],
        [{ ...filed('2025-02-01'), assets: '1000000000' }, 'request.unknown-field', 400],
      ];
      for (const [body, code, status] of refusals) {
        await of('prompt').refused(clerk(), 'record-filing', body, code, status);
      }
      await of('prompt').done(clerk(), 'record-filing', filed('2025-03-31'));
      await of('late').done(clerk(), 'record-filing', filed('2025-04-01'));
      const again = filed('2025-04-02');
      await of('late').refused(clerk(), 'record-filing', again, 'declaration.already-filed');
      expect([await page('prompt'), await page('late')]).toMatchObject([
        { filings: [{ filing: 'periodic-2024', dueOn: '2025-03-31', late: false }] },
        { filings: [{ filing: 'periodic-2024', dueOn: '2025-03-31', late: true }] },
      ]);
      expect(await ratios('2025-03-31')).toEqual([3, 1, 0, '33.33', '0']);
      expect(await ratios('2025-04-03')).toEqual([3, 2, 0, '66.67', '0']);
    });

    it('are verified by a second person, and completed where the notice asked for more', async () => {
      const complete = found('complete', '2025-05-02');
      const recorder = walk.as('verifier', 'clerk', [region]);
      const about = of('late');
      await about.refused(recorder, 'verify-filing', complete, 'declaration.verifier-is-recorder');
      await about.refused(clerk(), 'verify-filing', complete, 'access.not-permitted', 403);
      const silent = found('incomplete', '2025-05-02');
      await about.refused(verifier(), 'verify-filing', silent, 'declaration.notice-mismatch');
      const supplement = {
        ...{ filing: 'periodic-2024', suppliedOn: '2025-06-02', receipt: 'TT/2025/0002' },
      };
      const early = 'declaration.not-incomplete';
      await about.refused(clerk(), 'supplement-filing', supplement, early);
      await about.done(
        verifier(),
        'verify-filing',
        found('incomplete', '2025-05-02', 'ND-12/2025'),
      );
      const missing = 'declaration.supplement-missing';
      await about.refused(verifier(), 'verify-filing', complete, missing);
      expect(await ratios('2025-05-31')).toEqual([3, 2, 0, '66.67', '0']);
      await about.done(clerk(), 'supplement-filing', supplement);
      await about.done(verifier(), 'verify-filing', found('complete', '2025-06-10'));
      await of('prompt').done(verifier(), 'verify-filing', found('complete', '2025-06-05'));
      await of('silent').refused(
        verifier(),
        'verify-filing',
        complete,
        'declaration.filing-unknown',
        404,
      );
      expect(await ratios('2025-06-09')).toEqual([3, 2, 1, '66.67', '33.33']);
      expect(await ratios('2025-06-30')).toEqual([3, 2, 2, '66.67', '66.67']);
      expect((await about.trail()).map(({ type, actor }) => [type, actor])).toEqual([
        ['ObligorRegistered', 'clerk'],
        ['WealthReportFiled', 'clerk'],
        ['WealthReportVerified', 'commission'],
        ['WealthReportSupplemented', 'clerk'],
        ['WealthReportVerified', 'commission'],
      ]);
    });

    it('are missed by whoever is silent, as the deadlines say', async () => {
      const url = `/v1/deadlines?region=${region}&deadline=declaration.filing&dueBefore=2025-04-01`;
      const terms = await walk.items<{ subject: string; state: string; dueOn: string }>(url);
      const of2024 = terms.filter(({ dueOn }) => dueOn === '2025-03-31');
      expect(of2024.map(({ subject, state }) => [subject.slice(12, 48), state]).sort()).toEqual([
        [persons.prompt, 'met'],
        [persons.late, 'met'],
        [persons.silent, expect.stringMatching(/^(open|passed)$/)],
        [persons.left, 'dropped'],
      ]);
      const [row] = await walk.items<object>('/v1/declarations?region=36.73&obliged=false');
      expect(row).toMatchObject({ person: persons.left, obliged: false });
    });

    it('published for a country are refused where more are complete than handed in', async () => {
      const statistics = walk.path('/v1/declaration-statistics/2024', 'declarationstatistic-2024');
      const source = { id: 'EXAMPLE', citation: 'made up for a walk' };
      const figure = { asOf: '2025-04', obligors: 1000, submitted: 900, complete: 901, source };
      const operator = walk.as('operator', 'statistician');
      await statistics.refused(operator, 'record', figure, 'declaration.counts-contradict');
      const regional = 'access.outside-jurisdiction';
      await statistics.refused(clerk(), 'record', { ...figure, complete: 450 }, regional, 403);
      await statistics.done(operator, 'record', { ...figure, complete: 450 });
      expect(await walk.items('/v1/declarations/statistics?year=2024')).toMatchObject([
        { submittedPercent: '90', completePercent: '45' },
      ]);
    });
  });
}
