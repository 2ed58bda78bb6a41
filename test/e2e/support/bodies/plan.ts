import { evidence, source } from './parts';

const plan = '/v1/plans/36.73-2024';
const item = {
  id: 'regulation',
  title: 'Mayor regulation',
  measure: 'In force',
  owner: 'Inspektorat',
  milestones: [{ id: 'draft', title: 'Draft', dueOn: '2024-06-30', target: '50' }],
  targets: [{ checkpoint: 'b06', target: '50' }],
};

export const planBodies: Readonly<Record<string, object>> = {
  [`${plan}/adopt`]: {
    region: '36.73',
    period: '2024',
    decree: 'SK-1/2024',
    items: [item],
    announcedItemCount: 3,
    checkpoints: { set: 'annual', firstYear: 2024 },
    source,
  },
  [`${plan}/report-milestone`]: {
    item: 'regulation',
    milestone: 'draft',
    metOn: '2024-05-01',
    evidence,
    note: 'Met',
  },
  [`${plan}/verify-milestone`]: { item: 'regulation', milestone: 'draft', note: 'Seen' },
  [`${plan}/return-milestone`]: { item: 'regulation', milestone: 'draft', reason: 'A page' },
  [`${plan}/revise-item`]: { item, reason: 'Later', approval: 'SK-17/2024' },
  [`${plan}/reassign-item`]: { item: 'regulation', to: 'Inspektorat', reason: 'New tasks' },
  [`${plan}/set-item-status`]: { item: 'regulation', status: 'in-review', note: 'At the bureau' },
  [`${plan}/form-task-force`]: {
    name: 'Satgas',
    decree: 'SK-2/2024',
    formedOn: '2024-01-08',
    members: [{ position: 'Inspektur', name: 'A. Member' }],
    source,
  },
  [`${plan}/report-progress`]: {
    item: 'regulation',
    checkpoint: 'b06',
    claimed: '50',
    evidence,
    reportedOn: '2024-06-28',
    note: 'Half',
  },
  [`${plan}/verify-progress`]: {
    item: 'regulation',
    checkpoint: 'b06',
    verified: '40',
    note: 'Less',
  },
  [`${plan}/return-progress`]: { item: 'regulation', checkpoint: 'b06', reason: 'A page' },
  [`${plan}/close-checkpoint`]: { checkpoint: 'b06', closedOn: '2024-07-15' },
};
