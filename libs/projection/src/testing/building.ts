import type { BuildStatus } from '../operations';
import type { ProjectionRuntime } from '../runtime/runtime';
import type { ProjectionSettings } from '../runtime/settings';
import { entry, moody } from './moody-views';
import { at, logged } from './recorded';
import { createRunning, eventually } from './running';
import { generationOf, tally } from './views';

const names = ['a', 'b', 'c', 'd'];
export const event = (place: number) => logged(entry(place, names[place % 4] ?? ''));
export const unthrottled = { throttle: null };

/** A view with so many events behind it, another one beside it, and no build. */
export async function running(count: number, settings: ProjectionSettings = {}) {
  const { view, faults } = moody();
  const all = createRunning([view, tally], { limits: { events: 3 }, ...settings });
  const { log, runtime } = all;
  for (let place = 1; place <= count; place += 1) log.append(event(place));
  await runtime.start();
  expect(await runtime.waitFor(['moody', 'tally'], at(count), 2_000)).toBe(true);
  const generation = (build: number) => ({ ...generationOf(view), build });
  return { ...all, operations: runtime.operations, view, faults, generation };
}

export const state = ({
  operations,
}: Pick<ProjectionRuntime, 'operations'>): BuildStatus['state'] | null =>
  operations.build('moody')?.state ?? null;
export const ready = async (
  runtime: Pick<ProjectionRuntime, 'operations'>,
): Promise<BuildStatus> => {
  await eventually(() => state(runtime) === 'ready', 'a ready build');
  const build = runtime.operations.build('moody');
  if (build === null) throw new Error('The build is gone');
  return build;
};
