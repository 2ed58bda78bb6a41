import type { ClientCommand } from '../client-command';
import { command } from './command';
import type { FactsFile } from './facts-file';
import { sourceOf } from './sources';

/**
 * The sources name items and nothing of their steps: each item then has one milestone, the item
 * itself, without an owner or a due date.
 */
export function planAdoptions({ actionPlans, sources }: FactsFile): ClientCommand[] {
  return actionPlans.map((fact) =>
    command(`/v1/plans/${fact.region}-${fact.period}/adopt`, {
      region: fact.region,
      period: fact.period,
      decree: fact.decree ?? null,
      items: (fact.items ?? fact.problemAreas ?? []).map((title) => ({
        id: slugOf(title),
        title,
        milestones: [{ id: 'done', title }],
      })),
      announcedItemCount: fact.problemAreasAnnounced ?? null,
      source: sourceOf(sources, fact.source),
    }),
  );
}

/** A task force that a source announces without naming its members, its day or its decree's number. */
export function taskForceFormations({ actionPlans, sources }: FactsFile): ClientCommand[] {
  return actionPlans.flatMap(({ region, period, taskForce, decree, source }) =>
    taskForce === undefined
      ? []
      : [
          command(`/v1/plans/${region}-${period}/form-task-force`, {
            name: taskForce,
            decree: decree ?? null,
            source: sourceOf(sources, source),
          }),
        ],
  );
}

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
