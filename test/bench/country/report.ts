import Table from 'cli-table3';

import type { MachineFacts } from '../machine';
import type { Usage } from '../measure';
import type { WrittenLog } from '../processes/country-writer';
import { machineLines } from '../report';
import type { CommandRate } from './evidence-load';
import type { Latency, RankingLatency } from './ranking-load';
import { closingCommands, type CountryScale } from './scale';

export interface Rankings {
  /** The ranking of every government there is. */
  readonly country: RankingLatency;
  readonly province: RankingLatency;
}

export interface CountryReport {
  readonly machine: MachineFacts;
  readonly scale: CountryScale;
  readonly written: WrittenLog;
  readonly loadSeconds: number;
  readonly catchUp: Usage;
  /** From then on until the views had made their indexes and were level with the log again. */
  readonly indexSeconds: number;
  /** Nothing else is asked of the machine. */
  readonly atRest: Rankings;
  /** Commands go on at the rate of the last week before the closing. */
  readonly inTheLastWeek: Rankings;
  readonly submitted: CommandRate;
  readonly verified: CommandRate;
}

/** Most milliseconds a ranking may take at the 99th percentile. */
const wantedLatency = 20;

const style = { head: [], border: [], compact: true };
const grouped = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
const percentiles = ({ p50, p99 }: Pick<Latency, 'p50' | 'p99'>): string =>
  `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`;

/** The report for a person. */
export function countryTable(report: CountryReport): string {
  const { machine, scale, written, loadSeconds, catchUp, indexSeconds } = report;
  const table = new Table({ head: ['figure', 'wanted', 'measured', ''], style });
  const ranking = (name: string, latency: RankingLatency): void => {
    const { p99, asked, errors, cpuMicroseconds, floor, commands, bytes, busy } = latency;
    const isMet = p99 < wantedLatency && errors + (commands?.errors ?? 0) === 0;
    table.push([
      `ranking of ${name}`,
      `p99 < ${wantedLatency} ms`,
      `${percentiles(latency)}, ${milliseconds(cpuMicroseconds / 1_000)} of CPU each (${grouped(asked)} asked, ${errors} errors)`,
      isMet ? 'met' : 'missed',
    ]);
    const processors = `${busy.toFixed(2)} processors busy in all`;
    const bare = `${percentiles(floor)} for ${grouped(bytes)} bytes`;
    table.push(['  floor', '', commands ? bare : `${bare}; ${processors}`, '']);
    if (!commands) return;
    table.push([
      '  commands meanwhile',
      '',
      `${percentiles(commands)} (${grouped(commands.asked)} sent, ${commands.errors} errors); ${processors}`,
      '',
    ]);
  };
  const rankings = (when: string, { country, province }: Rankings): void => {
    ranking(`all ${scale.governments}, ${when}`, country);
    ranking(`a province, ${when}`, province);
  };
  rankings('at rest', report.atRest);
  rankings('last week', report.inTheLastWeek);
  const rate = (name: string, { perSecond, p50, p99, errors }: CommandRate): void => {
    const isMet = perSecond >= closingCommands && errors === 0;
    table.push([
      name,
      `${closingCommands}/s`,
      `${grouped(perSecond)}/s, ${percentiles({ p50, p99 })}, ${errors} errors`,
      isMet ? 'met' : 'missed',
    ]);
  };
  rate('documents handed in', report.submitted);
  rate('documents verified', report.verified);
  const projected = catchUp.operations / catchUp.seconds;
  return [
    ...machineLines(machine),
    `${scale.governments} governments, ${grouped(written.subIndicators)} sub-indicator results, ${grouped(written.documents)} documents: ${grouped(written.events)} events,`,
    `  written through the codec, in the order of the commands, in ${loadSeconds.toFixed(0)} s (no command decided them);`,
    `  projected into every view in ${catchUp.seconds.toFixed(0)} s, ${grouped(projected)} events/s, ${(catchUp.rssBytes / 2 ** 20).toFixed(0)} MiB resident;`,
    `  then indexed in ${indexSeconds.toFixed(0)} s. What follows was asked for afterwards.`,
    table.toString(),
    `Rankings at ${scale.perSecond} requests/s for ${scale.seconds} s each, latency from when a request was due, as the load generator`,
    `saw it on loopback: first with the log at rest, then while ${scale.commandsPerSecond} commands/s go on and are projected,`,
    'documents handed in and a correction of a ranked score among every 25. Query API, command API and projector are processes of their own, as docker/compose.yaml',
    'runs them, and so are both embedded stores; all share the processors with the load generator. CPU is that of the query API.',
    'The floor is a server that sends as many bytes from memory, asked in the same seconds.',
    'Documents handed in and verified: over 64 connections that wait for their answers.',
    'Not measured:',
    '  a real EventStoreDB cluster or MongoDB replica set, and any network but loopback.',
  ].join('\n');
}
