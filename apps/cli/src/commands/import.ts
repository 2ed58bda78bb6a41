import { type FactsImport, createJejakClient, runImport } from '@jejak/client';
import { type Command } from 'commander';

import { exitCodes } from '../exit-codes';
import { bundledPolicies, readToImport } from '../import-source';
import { Interrupted } from '../interruption';
import { type Output, standardOutput } from '../output';
import { counted } from '../render/counted';
import { importProgress } from '../render/import-progress';
import { renderImport } from '../render/import-summary';
import { progressView } from '../render/progress';
import { type ServiceOptions, dataOption, withService } from '../service-options';
import { tokensFor } from '../tokens';

interface ImportOptions extends ServiceOptions {
  readonly data: string;
  readonly dryRun: boolean;
  readonly allRefusals: boolean;
}

/** `jejak import`: policies, a facts file, or commands one per line, through the public command API. */
export function importCommand(program: Command): void {
  withService(program.command('import <source>'))
    .summary('send policies, a facts file or NDJSON commands to the service')
    .description(
      'Sends the policies that come with Jejak (policies), a policy or a folder of them, a facts ' +
        'file, or commands one JSON object per line, through the command API. ' +
        'Safe to repeat: what is recorded already is not recorded again.',
    )
    .addOption(dataOption())
    .option('--dry-run', 'say what would be sent and send nothing', false)
    .option('--all-refusals', 'list every refused command, not only the first 20', false)
    .addHelpText(
      'after',
      `
Tokens: JEJAK_TOKEN (operator) and JEJAK_VERIFIER_TOKEN (the second person, who
approves), or the built-in issuer of the data folder when they are not set.

A line of commands, which may also carry "as" (verifier) and "key":
  {"path": "/v1/scorecards/36.73/MCP/2019/open", "body": {}}

A version of a policy is one JSON object with kind, title, effectiveFrom,
legalBasis, source, unconfirmed and content, as those in apps/cli/data/policies.

Examples:
  npx jejak import ${bundledPolicies}
  npx jejak import apps/cli/data/banten-facts.json`,
    )
    .action(async (source: string, options: ImportOptions) => {
      const output = standardOutput(options.json);
      const toImport = await readToImport(source);
      if (options.dryRun) {
        renderPlan(output, toImport);
        return;
      }
      const ok = await sendImport(output, toImport, options);
      if (!ok) process.exitCode = exitCodes.failed;
    });
}

interface SendOptions {
  readonly url: string;
  readonly data: string;
  readonly allRefusals?: boolean;
}

/** Sends and renders an import; false when a command was refused. */
export async function sendImport(
  output: Output,
  { phases, leftOut }: FactsImport,
  { url, data, allRefusals = false }: SendOptions,
): Promise<boolean> {
  const client = createJejakClient({ url, tokenFor: tokensFor(data, process.env) });
  const view = progressView(output);
  const started = performance.now();
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort(
      new Interrupted(
        'Interrupted. What was sent is recorded; run the same import again to finish it.',
      ),
    );
  };
  process.once('SIGINT', interrupt);
  try {
    const summary = await runImport({
      phases,
      send: (command) => client.send(command),
      onProgress: (progress) => {
        view.update(importProgress(progress, (performance.now() - started) / 1_000));
      },
      signal: interruption.signal,
    });
    view.done();
    renderImport(output, { summary, leftOut, allRefusals });
    return summary.refused.length === 0;
  } finally {
    view.done();
    process.removeListener('SIGINT', interrupt);
  }
}

function renderPlan(output: Output, { phases, leftOut }: FactsImport): void {
  if (output.json) {
    output.line(JSON.stringify({ phases, leftOut }));
    return;
  }
  for (const { name, commands } of phases) {
    if (commands.length > 0) output.line(`  ${name}: ${counted(commands.length, 'command')}`);
  }
  output.line('  Nothing was sent.');
}
