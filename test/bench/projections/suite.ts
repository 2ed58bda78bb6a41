import { machineFacts } from '../machine';
import { liveLag } from './live-lag';
import { type LogCase, logCase } from './log-case';
import { type ProjectionReport, projectionsNotMeasured } from './report';
import type { ProjectionScale } from './scale';
import { verdictsOf } from './verdicts';

const logSides = ['one', 'rebuild', 'five', 'tutorial'];

/** Throws TypeError for a row that does not exist. */
export async function measureProjections(
  args: readonly string[],
  scale: ProjectionScale,
  rows: readonly string[],
): Promise<ProjectionReport> {
  const unknown = rows.find((name) => name !== 'live' && !logSides.includes(name));
  if (unknown !== undefined) throw new TypeError(`No row of projections is called ${unknown}`);
  const wanted = (name: string): boolean => rows.length === 0 || rows.includes(name);
  const machine = machineFacts(args);
  const cases: LogCase[] = [];
  if (logSides.some(wanted)) {
    for (const shape of scale.logs) cases.push(await logCase(shape, scale, wanted));
  }
  const live = wanted('live') ? await liveLag(scale) : null;
  const verdicts = verdictsOf(cases, live);
  return { machine, cases, live, verdicts, notMeasured: projectionsNotMeasured };
}
