import Table from 'cli-table3';

import type { MachineFacts } from '../machine';
import { limitOf, machineLines } from '../report';
import type { LiveLag } from './live-lag';
import type { LogCase } from './log-case';
import type { ProjectionSide } from './sides';
import type { Verdict } from './verdicts';

export interface ProjectionReport {
  readonly machine: MachineFacts;
  readonly cases: readonly LogCase[];
  readonly live: LiveLag | null;
  readonly verdicts: readonly Verdict[];
  readonly notMeasured: readonly string[];
}

export const projectionsNotMeasured: readonly string[] = [
  'a real EventStoreDB cluster or MongoDB replica set, and any network but loopback',
  'readers of the views at the same time',
  'outages, poison events and two projectors: the contract suites are for those',
];

const head = ['log', 'side', 'events/s', 'CPU us', 'of floors', 'of slower', 'MiB', 'busiest'];

const style = { head: [], border: [], compact: true };

const grouped = (value: number): string => Math.round(value).toLocaleString('en');

const ratio = (value: number | null): string => value?.toFixed(2) ?? '';

const row = (log: string, side: ProjectionSide): string[] => [
  log,
  side.name,
  grouped(side.perSecond),
  side.cpuMicroseconds.toFixed(1),
  ratio(side.ofFloorSum),
  ratio(side.ofSlowerFloor),
  side.rssMebibytes.toFixed(0),
  limitOf(side),
];

/** The report for a person. */
export function projectionTable(report: ProjectionReport): string {
  const { machine, cases, live, verdicts, notMeasured } = report;
  const sides = new Table({ head, style });
  for (const { events, documents, rounds, sides: measured } of cases) {
    const log = `${grouped(events)} / ${grouped(documents)}, ${rounds} rounds`;
    for (const [index, side] of Object.values(measured).entries()) {
      sides.push(row(index === 0 ? log : '', side));
    }
  }
  const judged = new Table({ head: ['figure', 'wanted', 'measured', ''], style });
  for (const { figure, wanted, measured, isMet } of verdicts) {
    judged.push([figure, wanted, measured, isMet ? 'met' : 'missed']);
  }
  return [
    ...machineLines(machine),
    ...(cases.length > 0 ? [sides.toString(), ...legend, ...cases.flatMap(notes)] : []),
    ...(live === null ? [] : liveLines(live)),
    judged.toString(),
    'Not measured:',
    ...notMeasured.map((line) => `  ${line};`),
  ].join('\n');
}

const legend = [
  'log: events / documents. CPU (per event) and MiB (highest resident size, sampled) are the measured',
  'process alone; of floors: its CPU over that of both floors together; of slower: its rate over that',
  'of the slower floor. Medians of interleaved rounds, ratios those of paired rounds. Every event makes',
  'an audit row and changes a document: of the one view in a log of its own, where the floors are',
  'measured, or of one of the four folded views in another log of the same size. A rebuild is measured',
  'until its indexes are made and it is ready to join the live generation.',
];

function notes({ events, documents, sides, tenths, secondsToReady }: LogCase): string[] {
  const log = `${grouped(events)} / ${grouped(documents)}`;
  const readied = Object.entries(secondsToReady).map(
    ([key, seconds]) =>
      `${log}: ${sides[key]?.name ?? key} then took ${seconds.toFixed(1)} s to join and be compared.`,
  );
  if (tenths === null) return readied;
  const [first, last] = [tenths.first.toFixed(1), tenths.last.toFixed(1)];
  return [
    `${log}: one view took ${first} us of CPU for an event of the first tenth, ${last} us of the last`,
    '  (between ends of batches, start-up and the last batch left out).',
    ...readied,
  ];
}

const liveLines = ({ perSecond, seconds, p50, p99, most, busy, rssMebibytes }: LiveLag) => [
  `Live, five views, ${perSecond} events/s for ${seconds} s: lag p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms;`,
  `  from an append's answer to the last view's position; ${busy.toFixed(2)} processors, ${rssMebibytes.toFixed(0)} MiB.`,
];
