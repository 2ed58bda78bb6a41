import { givenFor } from '../testing/given';
import { at, person, key, adopted } from '../testing/plan-progress';
import { plan, type FormTaskForce } from '.';

const given = givenFor(plan);

describe('who carries an item and how it is doing', () => {
  const reassign = (to: string, of = 'gratification', reason = 'new tasks') =>
    ({
      type: 'ReassignPlanItem',
      ...{ item: of, to, reason, actor: person('operator'), at },
    }) as const;
  const setStatus = (status: 'in-review' | 'partial', of = 'gratification', note?: string) =>
    ({
      type: 'SetPlanItemStatus',
      ...{ item: of, status, note: note ?? null, actor: person('operator'), at },
    }) as const;

  it('goes from one office to another, with a reason', () => {
    given(adopted)
      .when(reassign('Inspektorat'))
      .then({
        type: 'PlanItemReassigned',
        data: {
          ...{ ...key, item: 'gratification', from: 'Biro Hukum' },
          ...{ to: 'Inspektorat', reason: 'new tasks' },
        },
      });
    given(adopted).when(reassign(' biro  HUKUM ')).refused('plan.already-assigned');
    given(adopted).when(reassign('Inspektorat', 'assets')).refused('plan.item-unknown');
    given(adopted)
      .when(reassign('Inspektorat', 'spip', ''))
      .refused('plan.blank-text');
    given(adopted).when(reassign(' ', 'spip')).refused('plan.blank-text');
  });

  it('has one status at a time', () => {
    const inReview = {
      type: 'PlanItemStatusSet',
      data: { ...key, item: 'gratification', status: 'in-review', note: null, setBy: 'operator' },
    } as const;
    given(adopted).when(setStatus('in-review')).then(inReview);
    given(adopted, inReview).when(setStatus('in-review')).refused('plan.status-unchanged');
    given(adopted, inReview)
      .when(setStatus('partial'))
      .then({ ...inReview, data: { ...inReview.data, status: 'partial' } });
    given(adopted).when(setStatus('partial', 'assets')).refused('plan.item-unknown');
    given(adopted)
      .when(setStatus('partial', 'spip', ''))
      .refused('plan.blank-text');
  });
});

describe('the task force of a plan', () => {
  const formation = {
    ...{ name: 'Satgas', decree: null, formedOn: null },
    ...{ members: [{ position: 'Sekretaris Daerah', name: null }], source: null },
  };
  const form = (change: Partial<FormTaskForce> = {}): FormTaskForce => ({
    type: 'FormTaskForce',
    ...{ ...formation, actor: person('operator'), at },
    ...change,
  });
  const formed = { type: 'TaskForceFormed', data: { ...key, ...formation } } as const;

  it('is recorded once, with as many members as a source names', () => {
    given(adopted).when(form()).then(formed);
    given(adopted, formed)
      .when(form({ name: 'SATGAS' }))
      .refused('plan.task-force-known');
  });

  it.each<[string, Partial<FormTaskForce>]>([
    ['plan.blank-text', { name: '' }],
    ['plan.blank-text', { decree: ' ' }],
    ['plan.blank-text', { members: [{ position: '', name: null }] }],
    ['plan.blank-text', { members: [{ position: 'x', name: '' }] }],
    ['plan.future-date', { formedOn: '2030-01-01' }],
    ['plan.blank-text', { source: { id: '', citation: 'x' } }],
  ])('is refused with %s', (code, change) => {
    given(adopted).when(form(change)).refused(code);
  });
});
