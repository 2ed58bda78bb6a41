import Table from 'cli-table3';

import type { Waits } from '../processes/document-client';
import { machineLines } from '../report';
import type { LargeCollection } from './large-collection';
import type { ReadStoreRow } from './row';
import type { ReadStoreReport } from './suite';
import type { Waiting } from './waiting';

const style = { head: [], border: [], compact: true };

const grouped = (value: number): string => Math.round(value).toLocaleString('en');

const notMeasured: readonly string[] = [
  'a real MongoDB, and any network but loopback',
  'a disk that is not this one: what is flushed waits for it',
];

/** The report for a person. */
export function readStoreTable({
  machine,
  scale,
  rows,
  waiting,
  large,
  verdicts,
}: ReadStoreReport) {
  const judged = new Table({ head: ['figure', 'wanted', 'measured', ''], style });
  for (const { figure, wanted, measured, isMet } of verdicts) {
    judged.push([figure, wanted, measured, isMet ? 'met' : 'missed']);
  }
  return [
    ...machineLines(machine),
    ...(rows.length === 0 ? [] : [rowTable(rows), ...legend(scale.rounds, scale.documents)]),
    ...(waiting === null ? [] : waitingLines(waiting)),
    ...(large === null ? [] : largeLines(large)),
    judged.toString(),
    'Not measured:',
    ...notMeasured.map((line) => `  ${line};`),
  ].join('\n');
}

/** Few enough to be of interest behind the point. */
const small = 10;

const microseconds = (value: number): string => value.toFixed(value < small ? 1 : 0);

function rowTable(rows: readonly ReadStoreRow[]): string {
  const head = ['row', 'per s', 'node us', 'client us', 'floor/s', 'floor us', 'of floor', 'busy'];
  const table = new Table({ head, style });
  for (const { name, perSecond, node, client, floor, ofFloor, nodeBusy, clientBusy } of rows) {
    const { median, least, most } = ofFloor;
    table.push([
      name,
      grouped(perSecond),
      microseconds(node),
      microseconds(client),
      grouped(floor.perSecond),
      `${microseconds(floor.client)} + ${microseconds(floor.node)}`,
      `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`,
      `${nodeBusy.toFixed(2)} / ${clientBusy.toFixed(2)}`,
    ]);
  }
  return table.toString();
}

const legend = (rounds: number, documents: number): string[] => [
  'CPU per operation: of the node and of the official driver; floor: the same driver and the same',
  'calls against a server that only knows the length of a message and its answer, its CPU beside the',
  `driver's. Of floor: rate over the floor's, median of ${rounds} paired rounds (least-most). Busy:`,
  `processors that the node and the client kept. ${grouped(documents)} documents were there before.`,
];

const waits = ({ p50, p99, most, count }: Waits): string =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms of ${grouped(count)}`;

const waitingLines = ({ alone, beside, scans, documents }: Waiting): string[] => [
  `Pings of another connection: ${waits(alone)};`,
  `  beside ${scans} scans of ${grouped(documents)} documents: ${waits(beside)}.`,
];

function largeLines({ documents, opening, firstTop, memory, readPerSecond }: LargeCollection) {
  const starts = Object.entries({ empty: 'nothing', full: `${grouped(documents)} documents` }).map(
    ([key, what]) => {
      const { cpuMilliseconds, milliseconds, rssMebibytes } = opening[key as keyof typeof opening];
      return `Start on ${what}: ${cpuMilliseconds.toFixed(0)} ms of CPU, ${milliseconds.toFixed(0)} ms, ${rssMebibytes.toFixed(0)} MiB resident; loading the code included.`;
    },
  );
  const held = memory.map(({ moment, ownMebibytes, allMebibytes }) => {
    const own = ownMebibytes?.toFixed(0) ?? 'unknown';
    return `Memory, ${moment}: ${own} MiB of its own, ${allMebibytes.toFixed(0)} MiB with mapped pages.`;
  });
  return [
    ...starts,
    `First top 50 after a start: ${firstTop.toFixed(0)} ms. Read page by page: ${grouped(readPerSecond)} documents per second.`,
    ...held,
  ];
}
