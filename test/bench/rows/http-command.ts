import { checkOnce } from '../check';
import { load, type LoadUsage } from '../load';
import { interleaved, median, warmUps } from '../measure';
import type { Scale } from '../options';
import { withCrew } from '../processes/crew';
import type { StoreNode } from '../processes/event-store-node';
import type { LogReader } from '../processes/log-reader';
import type { HttpSide } from '../processes/raw-http';
import { ratioOf, type Round, type Row, type Side, sideOf } from '../row';
import { watching } from '../watch';
import { inFlight } from '../workload';

type LoadRound = Round & { readonly usage: LoadUsage };

/** A command over HTTP, with token, validation and idempotency, against a server without any. */
export function httpCommand({ rounds, commands }: Scale): Promise<Row> {
  return withCrew(async (crew) => {
    const { directory } = crew;
    const node = await crew.start<StoreNode>('event-store-node', { directory });
    const connectionString = await node.call('connectionString', undefined);
    const raw = await crew.start<HttpSide>('raw-http', { connectionString });
    const setting = { connectionString, directory: `${directory}/keys`, instrument: 'MCP' };
    const api = await crew.start<HttpSide>('command-http', setting);

    const roundOf = (server: typeof raw, instrument: string) => () =>
      watching({ 'event store': node }, () => load(server, instrument, commands));
    const sides = [roundOf(raw, 'RAW'), roundOf(api, 'MCP')];
    const [floor = [], jejak = []] = await interleaved(rounds, sides);

    const reader = await crew.start<LogReader>('log-reader', { connectionString });
    const counted = await reader.call('count', '-mcp-');
    return {
      name: 'http',
      what: 'command over HTTP',
      floor: loadSide('bare node:http and append', floor),
      jejak: loadSide('command API', jejak),
      ratio: ratioOf(jejak, floor),
      wanted: 1.5,
      dataset: `${commands} ScoreIndicator per round, ${inFlight} connections over ${inFlight} streams`,
      rounds,
      checked: checkOnce(counted, inFlight + commands * (rounds + warmUps)),
    };
  });
}

function loadSide(name: string, rounds: readonly LoadRound[]): Side {
  return {
    ...sideOf(name, rounds),
    latency: {
      p50: median(rounds.map(({ usage }) => usage.p50)),
      p99: median(rounds.map(({ usage }) => usage.p99)),
    },
    errors: rounds.reduce((sum, { usage }) => sum + usage.errors, 0),
  };
}
