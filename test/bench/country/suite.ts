import { machineFacts } from '../machine';
import type { Child } from '../processes/child';
import type { CountryProjector } from '../processes/country-projector';
import type { CountryWriter } from '../processes/country-writer';
import { withCrew } from '../processes/crew';
import type { EvidenceSide } from '../processes/evidence-http';
import type { StoreNode } from '../processes/event-store-node';
import type { QuerySide } from '../processes/query-http';
import { say, startReadStore } from '../projections/log-crew';
import { inFlight } from '../workload';
import { governmentsOf } from './events';
import { evidenceLoad } from './evidence-load';
import { rankingLoad } from './ranking-load';
import type { CountryReport } from './report';
import type { CountryScale } from './scale';

/** How many regions hand documents in at the same time. */
const uploading = inFlight;

/** Before what is measured, so that what it runs is compiled. */
const briefly = (scale: CountryScale): CountryScale => ({ ...scale, seconds: 4 });

/** Loads a country's year, projects it, asks for rankings and hands documents in. */
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
    const startedAt = performance.now();
    const written = await writer.call('fill', undefined);
    const loadSeconds = (performance.now() - startedAt) / 1_000;
    await writer.stop();

    const { readStore } = await startReadStore(crew);
    const projector = await crew.start<CountryProjector>('country-projector', {
      ...{ connectionString, readStore },
    });
    say(`projecting ${written.events} events...`);
    const catchUp = await projector.call('run', written.events);

    const query = await crew.start<QuerySide>('query-http', { connectionString, readStore });
    const governments = governmentsOf(scale);
    const provinces = governments.filter((code) => !code.includes('.'));
    say('asking for rankings...');
    await rankingLoad(query, [null, ...provinces], briefly(scale));
    const country = await rankingLoad(query, [null], scale);
    const province = await rankingLoad(query, provinces, scale);

    const regions = governments.filter((code) => code.includes('.')).slice(0, uploading);
    const commands = await crew.start<EvidenceSide>('evidence-http', {
      ...{ connectionString, directory: crew.directory, regions },
    });
    say('handing documents in and verifying them, the projector following...');
    const submitted = await evidenceLoad(commands, regions, 'submit', scale.commands);
    const verified = await evidenceLoad(commands, regions, 'verify', scale.commands);
    return {
      ...{ machine, scale, written, loadSeconds, catchUp },
      ...{ country, province, submitted, verified },
    };
  });
