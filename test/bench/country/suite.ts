import { Agent } from 'node:http';

import { machineFacts } from '../machine';
import type { Child } from '../processes/child';
import type { CountryProjector } from '../processes/country-projector';
import type { CountryWriter } from '../processes/country-writer';
import { withCrew } from '../processes/crew';
import type { EvidenceSide } from '../processes/evidence-http';
import type { StoreNode } from '../processes/event-store-node';
import type { FloorSide } from '../processes/floor-http';
import type { QuerySide } from '../processes/query-http';
import { say, startReadStore } from '../projections/log-crew';
import { inFlight } from '../workload';
import { commandsMeanwhile } from './commands-meanwhile';
import { governmentsOf } from './events';
import { evidenceLoad } from './evidence-load';
import { rankingLoad, type RankingSides } from './ranking-load';
import type { CountryReport, Rankings } from './report';
import type { CountryScale } from './scale';

/** Loads a country's year, projects it, asks for rankings meanwhile and hands documents in. */
export const measureCountry = (
  args: readonly string[],
  scale: CountryScale,
): Promise<CountryReport> =>
  withCrew(async (crew) => {
    const machine = machineFacts(args);
    const directory = `${crew.directory}/events`;
    const node = await crew.start<StoreNode>('event-store-node', { directory });
    const connectionString = await node.call('connectionString', undefined);
    const writer: Child<CountryWriter> = await crew.start('country-writer', {
      connectionString,
      scale,
    });
    say('writing the year of every government...');
    const [written, loadSeconds] = await timed(() => writer.call('fill', undefined));
    await writer.stop();

    const { node: views, readStore } = await startReadStore(crew);
    const stores = { connectionString, readStore };
    const projector = await crew.start<CountryProjector>('country-projector', stores);
    say(`projecting ${written.events} events...`);
    const catchUp = await projector.call('run', written.events);

    const governments = governmentsOf(scale);
    const provinces = governments.filter((code) => !code.includes('.'));
    const { handingIn, meanwhile } = regionsOf(governments);
    const commands = await crew.start<EvidenceSide>('evidence-http', {
      ...{ connectionString, directory: crew.directory, regions: [...handingIn, ...meanwhile] },
    });
    say('making indexes...');
    const [, indexSeconds] = await timed(() => projector.call('level', undefined));
    const agent = new Agent({ keepAlive: true });
    const sides = {
      query: await crew.start<QuerySide>('query-http', stores),
      floor: await crew.start<FloorSide>('floor-http', {}),
      others: [node, views, projector, commands],
      meanwhile: await commandsMeanwhile(commands, meanwhile, scale, agent),
      agent,
    };
    const rankings = async (asked: RankingSides): Promise<Rankings> => ({
      country: await rankingLoad(asked, [null], scale),
      province: await rankingLoad(asked, provinces, scale),
    });
    say('asking for rankings...');
    await rankingLoad(sides, [null, ...provinces], { ...scale, seconds: scale.warmUpSeconds });
    const atRest = await rankings({ ...sides, meanwhile: null });
    say('asking for rankings, documents being handed in meanwhile...');
    const inTheLastWeek = await rankings(sides);
    agent.destroy();

    say('handing documents in and verifying them, the projector following...');
    const submitted = await evidenceLoad(commands, handingIn, 'submit', scale.commands);
    const verified = await evidenceLoad(commands, handingIn, 'verify', scale.commands);
    return {
      ...{ machine, scale, written, loadSeconds, catchUp, indexSeconds },
      ...{ atRest, inTheLastWeek, submitted, verified },
    };
  });

/** With the seconds it took. */
async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, (performance.now() - startedAt) / 1_000];
}

/** Those that hand in as fast as they can, at most one for each connection, and as many others before. */
function regionsOf(governments: readonly string[]) {
  const regions = governments.filter((code) => code.includes('.'));
  const half = Math.min(inFlight, Math.floor(regions.length / 2));
  return { handingIn: regions.slice(0, half), meanwhile: regions.slice(half, 2 * half) };
}
