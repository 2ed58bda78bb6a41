import Table from 'cli-table3';

import type { MachineFacts } from './machine';
import type { Row, Side } from './row';

export interface Report {
  readonly machine: MachineFacts;
  readonly rows: readonly Row[];
  readonly notMeasured: readonly string[];
}

export const notMeasured: readonly string[] = [
  'a real EventStoreDB cluster or MongoDB replica set, and any network but loopback',
  'conflicts between processes, repeated commands and refusals',
  'queries, the portal, and views that follow live',
  'latency under an open load: 64 connections wait for each other, and the load generator shares the processors',
];

/** What limits the rate of a side: whichever process keeps its processor busiest. */
export function limitOf({ busy, others }: Side): string {
  const [name, most] = Object.entries({ 'measured process': busy, ...others }).reduce((a, b) =>
    b[1] > a[1] ? b : a,
  );
  return `${name} ${most.toFixed(2)}`;
}

function cells(what: string, side: Side, ratio: string, wanted: string): string[] {
  const { latency, errors } = side;
  return [
    what,
    side.name,
    side.perSecond.toFixed(0),
    side.cpuMicroseconds.toFixed(1),
    ratio,
    wanted,
    side.rssMebibytes.toFixed(0),
    latency === undefined ? '' : `${latency.p50.toFixed(0)} / ${latency.p99.toFixed(0)}`,
    errors === undefined ? '' : String(errors),
    limitOf(side),
  ];
}

/** What the numbers of a report were measured on. */
export function machineLines(machine: MachineFacts): string[] {
  const packages = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${machine.command}, ${machine.date}, commit ${machine.commit}`,
    `${machine.processors} x ${machine.processor}, ${machine.memoryGibibytes} GiB, ${machine.system}, load before ${machine.loadBefore.toFixed(2)}`,
    `Node ${machine.node}, ${packages.join(', ')}; data in ${machine.directory}`,
  ];
}

/** The report for a person. */
export function table({ machine, rows, notMeasured: without }: Report): string {
  const head = ['row', 'side', 'per s', 'CPU us', 'ratio', 'wanted', 'MiB', 'p50/p99 ms', 'errors'];
  const shown = new Table({
    head: [...head, 'busiest'],
    style: { head: [], border: [], compact: true },
  });
  for (const { what, floor, jejak, ratio, wanted } of rows) {
    const spread = `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}-${ratio.most.toFixed(2)})`;
    shown.push(cells(what, floor, '1', ''));
    shown.push(cells('', jejak, spread, wanted === null ? '' : `<= ${wanted}`));
  }
  return [
    ...machineLines(machine),
    shown.toString(),
    'CPU and memory (MiB resident) are the measured process alone, CPU per operation; medians of',
    'interleaved rounds, the ratio that of paired rounds (least-most). Busiest: the process that',
    'limits the rate, in processors; far below 1, the machine was busy with something else.',
    ...rows.flatMap(({ name, rounds, dataset, checked }) => [
      `  ${name}: ${rounds} rounds; ${dataset}.`,
      `  ${' '.repeat(name.length)}  ${checked}.`,
    ]),
    'Not measured:',
    ...without.map((line) => `  ${line};`),
  ].join('\n');
}
