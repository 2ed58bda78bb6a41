import { createJejakClient, factsOf, importOfFacts } from '@jejak/client';
import { readSettings } from '@jejak/config';
import { announce, stopOnSignal } from '@jejak/service';
import { type RankingReply } from '@jejak/views';

import { startStandalone } from '../../standalone/src/start-standalone';
import facts from '../data/banten-facts.json';
import { sendImport } from './commands/import';
import { exitCodes } from './exit-codes';
import { bundledPolicies, readToImport } from './import-source';
import { standardOutput } from './output';
import { hint } from './render/hint';
import { renderRanking } from './render/ranking';
import { type StartOptions, settingsWith } from './start-options';

/** The one table all eight regencies and cities of Banten were published in. */
const question = { instrument: 'MCP', year: '2019', province: '36', validAt: '2019-08-21' };

/** Starts everything, imports, prints; then stops, or stays up until a signal comes. */
export async function runDemo(options: StartOptions, once: boolean): Promise<void> {
  const output = standardOutput(false);
  const settings = settingsWith(readSettings(process.env), options);
  const service = await startStandalone(settings);
  const { url } = service;
  const stopped = once ? null : stopOnSignal(service);
  try {
    output.line('Importing policies and the published facts of Banten through the command API');
    const { phases, leftOut } = importOfFacts(factsOf(facts));
    const policies = await readToImport(bundledPolicies);
    const imported = await sendImport(
      output,
      { phases: [...policies.phases, ...phases], leftOut },
      { url, data: settings.dataDirectory },
    );
    if (!imported) process.exitCode = exitCodes.failed;
    const reply = await createJejakClient({ url }).get<RankingReply>(
      '/v1/rankings',
      question,
      (await service.headPosition()) ?? undefined,
    );
    output.line('');
    renderRanking(output, reply, url);
    output.line('');
    announce(service.facts(hint(url, 'replay', 'scorecard-36.73-mcp-2019')));
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
