import {
  createJejakClient,
  factsOf,
  type FactsImport,
  generatedYear,
  importOfFacts,
  sampleInstrument,
  wholeYear,
} from '@jejak/client';
import { readSettings } from '@jejak/config';
import { announce, stopOnSignal } from '@jejak/service';
import { type ComputedRankingReply, type RankingReply } from '@jejak/views';

import { startStandalone } from '../../standalone/src/start-standalone';
import facts from '../data/banten-facts.json';
import { sendImport } from './commands/import';
import { exitCodes } from './exit-codes';
import { bundledPolicies, readToImport } from './import-source';
import { type Output, standardOutput } from './output';
import { renderComputedRanking } from './render/computed-ranking';
import { hint } from './render/hint';
import { renderRanking } from './render/ranking';
import { type StartOptions, settingsWith } from './start-options';

export interface DemoRun {
  /** Stops after printing. */
  readonly once: boolean;
  /** A generated year of a province that does not exist, instead of the published facts. */
  readonly year: boolean;
}

interface Demo {
  readonly title: string;
  readonly toImport: () => FactsImport;
  readonly show: (output: Output, url: string, after: string | undefined) => Promise<void>;
  /** What to try next, as arguments of `jejak`. */
  readonly next: readonly string[];
}

/** The one table all eight regencies and cities of Banten were published in. */
const publishedTable = { instrument: 'MCP', year: '2019', province: '36', validAt: '2019-08-21' };

const banten: Demo = {
  title: 'Importing policies and the published facts of Banten through the command API',
  toImport: () => importOfFacts(factsOf(facts)),
  async show(output, url, after) {
    const client = createJejakClient({ url });
    const reply = await client.get<RankingReply>('/v1/rankings', publishedTable, after);
    renderRanking(output, reply, url);
  },
  next: ['replay', 'scorecard-36.73-mcp-2019'],
};

const sampleYear: Demo = {
  title: `Importing a generated year (${wholeYear.year}) of a province that does not exist: an example, no facts`,
  toImport: () => ({ phases: generatedYear(wholeYear), leftOut: [] }),
  async show(output, url, after) {
    const question = {
      ...{ instrument: sampleInstrument, year: String(wholeYear.year), province: '99' },
      basis: 'computed',
    };
    const client = createJejakClient({ url });
    const reply = await client.get<ComputedRankingReply>('/v1/rankings', question, after);
    renderComputedRanking(output, reply);
  },
  next: ['replay', `scorecard-99.71-${sampleInstrument.toLowerCase()}-${wholeYear.year}`],
};

/** Generated records never stand beside published ones: they have a folder of their own. */
const sampleFolder = './data-year';

/** Starts everything, imports, prints; then stops, or stays up until a signal comes. */
export async function runDemo(options: StartOptions, { once, year }: DemoRun): Promise<void> {
  const output = standardOutput(false);
  const { title, toImport, show, next } = year ? sampleYear : banten;
  const folder = year && options.data === undefined ? { data: sampleFolder } : {};
  const settings = settingsWith(readSettings(process.env), { ...options, ...folder });
  const service = await startStandalone(settings);
  const { url } = service;
  const stopped = once ? null : stopOnSignal(service);
  try {
    output.line(title);
    const { phases, leftOut } = toImport();
    const policies = await readToImport(bundledPolicies);
    const imported = await sendImport(
      output,
      { phases: [...policies.phases, ...phases], leftOut },
      { url, data: settings.dataDirectory },
    );
    if (!imported) process.exitCode = exitCodes.failed;
    output.line('');
    await show(output, url, (await service.headPosition()) ?? undefined);
    output.line('');
    announce(service.facts(hint(url, ...next)));
  } catch (error) {
    await service.stop();
    throw error;
  }
  if (stopped === null) {
    await service.stop();
    output.note('  Stopped. npm start starts it again with what is recorded.');
  } else {
    await stopped;
  }
}
