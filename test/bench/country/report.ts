import Table from 'cli-table3';

import type { MachineFacts } from '../machine';
import type { Usage } from '../measure';
import type { Written } from '../processes/country-writer';
import { machineLines } from '../report';
import type { CommandRate } from './evidence-load';
import type { RankingLatency } from './ranking-load';
import type { CountryScale } from './scale';

export interface CountryReport {
  readonly machine: MachineFacts;
  readonly scale: CountryScale;
  readonly written: Written;
  readonly loadSeconds: number;
  readonly catchUp: Usage;
  /** The ranking of every government there is. */
  readonly country: RankingLatency;
  readonly province: RankingLatency;
  readonly submitted: CommandRate;
  readonly verified: CommandRate;
}

/** Most milliseconds a ranking may take at the 99th percentile. */
const wantedLatency = 20;

/** Commands a second of the last day before a closing: see the README. */
const wantedCommands = 25;

const style = { head: [], border: [], compact: true };
const grouped = (value: number): string => Math.round(value).toLocaleString('en');
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

/** The report for a person. */
export function countryTable(report: CountryReport): string {
  const { machine, scale, written, loadSeconds, catchUp } = report;
  const table = new Table({ head: ['figure', 'wanted', 'measured', ''], style });
  const ranking = (name: string, latency: RankingLatency): void => {
    const { p50, p99, asked, errors, cpuMicroseconds } = latency;
    const isMet = p99 < wantedLatency && errors === 0;
    table.push([
      `ranking of ${name}`,
      `p99 < ${wantedLatency} ms`,
      `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, ${milliseconds(cpuMicroseconds / 1_000)} of CPU each (${grouped(asked)} answers, ${errors} errors)`,
      isMet ? 'met' : 'missed',
    ]);
  };
  ranking(`all ${scale.governments} governments`, report.country);
  ranking('a province', report.province);
  const rate = (name: string, { perSecond, p50, p99, errors }: CommandRate): void => {
    const isMet = perSecond >= wantedCommands && errors === 0;
    table.push([
      name,
      `${wantedCommands}/s`,
      `${grouped(perSecond)}/s, p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}, ${errors} errors`,
      isMet ? 'met' : 'missed',
    ]);
  };
  rate('documents handed in', report.submitted);
  rate('documents verified', report.verified);
  const projected = catchUp.operations / catchUp.seconds;
  return [
    ...machineLines(machine),
    `${scale.governments} governments, ${grouped(written.subIndicators)} sub-indicator results, ${grouped(written.documents)} documents: ${grouped(written.events)} events,`,
    `  written through the codec, a stream at a time, in ${loadSeconds.toFixed(0)} s (no command decided them);`,
    `  projected into every view in ${catchUp.seconds.toFixed(0)} s, ${grouped(projected)} events/s, ${(catchUp.rssBytes / 2 ** 20).toFixed(0)} MiB resident.`,
    table.toString(),
    `Rankings at ${scale.perSecond} requests/s for ${scale.seconds} s on loopback, latency as the load generator saw it; it shares`,
    'the processors with both stores and the projector. CPU is that of the query API. Commands over 64 connections that wait for their answers.',
    'Not measured:',
    '  a real EventStoreDB cluster or MongoDB replica set, and any network but loopback.',
  ].join('\n');
}
