import type { Verdict } from '../projections/verdicts';
import type { LongLog } from './long-log';
import type { MemoryAt } from './memory';
import type { EventStoreRow } from './row';

export type { Verdict };

/** Rows without a wish for the node's CPU: one writer waits, and a filter leaves nothing to do. */
const clientIsNoMeasure = ['append-1', 'scan'];

const readAllPerSecond = 20_000;
const scanPerSecond = 200_000;

/** Processors kept busy from which on a process is what limits the rate. */
const atItsLimit = 0.9;

const openMilliseconds = 300;

/** MiB by which memory may differ and still be the same: what V8 leaves for later. */
const flatWithin = 32;

export function verdictsOf(
  rows: readonly EventStoreRow[],
  longLog: LongLog | null,
): readonly Verdict[] {
  return [
    ...rows.filter(({ key }) => !clientIsNoMeasure.includes(key)).map(belowClient),
    ...rows.filter(({ key }) => key === 'read-all').map(readAllRate),
    ...rows.filter(({ key }) => key === 'scan').map(scanRate),
    ...(longLog === null ? [] : [...openingVerdicts(longLog), ...memoryVerdicts(longLog.memory)]),
  ];
}

const grouped = (value: number): string => Math.round(value).toLocaleString('en');

const belowClient = ({ name, node, client, ofClient }: EventStoreRow): Verdict => ({
  figure: `${name}: CPU of the node over the client's`,
  wanted: '< 1',
  measured: `${ofClient.toFixed(2)} (${node.toFixed(0)} / ${client.toFixed(0)} us)`,
  isMet: ofClient < 1,
});

const readAllRate = ({ perSecond, clientBusy }: EventStoreRow): Verdict => ({
  figure: 'readAll, events per second, or what keeps the client busy',
  wanted: `>= ${grouped(readAllPerSecond)}`,
  measured: `${grouped(perSecond)}, client ${clientBusy.toFixed(2)} busy`,
  isMet: perSecond >= readAllPerSecond || clientBusy >= atItsLimit,
});

const scanRate = ({ perSecond }: EventStoreRow): Verdict => ({
  figure: 'filter without a hit, events per second',
  wanted: `> ${grouped(scanPerSecond)}`,
  measured: grouped(perSecond),
  isMet: perSecond > scanPerSecond,
});

function openingVerdicts({ events, opening }: LongLog): Verdict[] {
  if (opening === null) return [];
  const beyond = opening.full.cpuMilliseconds - opening.empty.cpuMilliseconds;
  return [
    {
      figure: `opening ${grouped(events)} events, CPU beyond an empty log`,
      wanted: `< ${openMilliseconds} ms`,
      measured: `${beyond.toFixed(0)} ms`,
      isMet: beyond < openMilliseconds,
    },
  ];
}

function memoryVerdicts(memory: readonly MemoryAt[]): Verdict[] {
  const of = ({ ownMebibytes, allMebibytes }: MemoryAt): number => ownMebibytes ?? allMebibytes;
  return memory.flatMap((later) => {
    const before = memory.find(({ moment }) => moment === later.beside);
    if (before === undefined) return [];
    const beyond = of(later) - of(before);
    return {
      figure: `memory, ${later.moment}, beyond ${before.moment}`,
      wanted: `<= ${flatWithin} MiB`,
      measured: `${beyond.toFixed(0)} MiB`,
      isMet: beyond <= flatWithin,
    };
  });
}
