import Table from 'cli-table3';

import { machineLines } from '../report';
import type { LongLog } from './long-log';
import type { EventStoreRow } from './row';
import type { EventStoreReport } from './suite';

const style = { head: [], border: [], compact: true };

const grouped = (value: number): string => Math.round(value).toLocaleString('en');

const notMeasured: readonly string[] = [
  'a real EventStoreDB, TLS, and any network but loopback',
  'several clients at once: the client is what limits most rates',
  'a disk that is not this one: appends wait for its syncs',
];

/** The report for a person. */
export function eventStoreTable({ machine, rounds, rows, longLog, verdicts }: EventStoreReport) {
  const judged = new Table({ head: ['figure', 'wanted', 'measured', ''], style });
  for (const { figure, wanted, measured, isMet } of verdicts) {
    judged.push([figure, wanted, measured, isMet ? 'met' : 'missed']);
  }
  return [
    ...machineLines(machine),
    ...(rows.length === 0 ? [] : [rowTable(rows), ...legend(rounds)]),
    ...(longLog === null ? [] : longLogLines(longLog)),
    judged.toString(),
    'Not measured:',
    ...notMeasured.map((line) => `  ${line};`),
  ].join('\n');
}

/** Few enough to be of interest behind the point. */
const small = 10;

const microseconds = (value: number): string => value.toFixed(value < small ? 1 : 0);

function rowTable(rows: readonly EventStoreRow[]): string {
  const head = ['row', 'per s', 'node us', 'client us', 'of client', 'echo us', 'lmdb us'];
  const table = new Table({ head: [...head, 'of floors', 'echo/s', 'lmdb/s', 'busy'], style });
  for (const row of rows) {
    table.push([
      row.name,
      grouped(row.perSecond),
      microseconds(row.node),
      microseconds(row.client),
      row.ofClient.toFixed(2),
      microseconds(row.echo.cpuMicroseconds),
      microseconds(row.lmdb.cpuMicroseconds),
      row.ofFloors.toFixed(2),
      grouped(row.echo.perSecond),
      grouped(row.lmdb.perSecond),
      `${row.nodeBusy.toFixed(2)} / ${row.clientBusy.toFixed(2)}`,
    ]);
  }
  return table.toString();
}

const legend = (rounds: number): string[] => [
  'CPU per operation: of the node, of the official client, of a bare grpc-js server that answers',
  'messages of the same number and size, and of bare lmdb with the same keys, sizes and transactions,',
  'synced alike. Of client, of floors: the CPU of the node over that of the client, and over both',
  `floors together. Medians of ${rounds} interleaved rounds, ratios those of paired rounds. Busy:`,
  'processors that the node and the client kept.',
];

function longLogLines({ events, streams, opening, live, memory }: LongLog): string[] {
  const lines = [`The long log: ${grouped(events)} events in ${grouped(streams)} streams.`];
  if (opening !== null) {
    for (const [what, one] of Object.entries(opening)) {
      const { cpuMilliseconds, milliseconds, rssMebibytes } = one;
      lines.push(
        `Start, ${what} log: ${cpuMilliseconds.toFixed(0)} ms of CPU, ${milliseconds.toFixed(0)} ms, ${rssMebibytes.toFixed(0)} MiB resident; loading the code included.`,
      );
    }
  }
  if (live !== null) {
    const { perSecond, seconds, p50, p99, floor } = live;
    lines.push(
      `Live, ${perSecond} events/s for ${seconds} s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms from append to event, in two processes;`,
      `  an exchange and a commit of the floors take ${floor.toFixed(1)} ms.`,
    );
  }
  if (memory.length > 0) {
    const head = ['moment', 'own MiB', 'with mapped pages', 'appends/s'];
    const table = new Table({ head, style });
    for (const { moment, ownMebibytes, allMebibytes, appendsPerSecond } of memory) {
      const own = ownMebibytes?.toFixed(0) ?? 'unknown';
      table.push([moment, own, allMebibytes.toFixed(0), grouped(appendsPerSecond)]);
    }
    lines.push(table.toString());
  }
  return lines;
}
