import { type ClientCommand, type ImportPhase, readImport } from '@jejak/client';

import { policyAndFactPhases } from './facts';

const source = { id: 'T1', citation: 'made up to make the import long' };
const regencies = Array.from({ length: 40 }, (_, i) => `32.${String(i + 1).padStart(2, '0')}`);

/** Commands as a file of one per line has them: their keys follow from their content. */
function phase(
  name: string,
  commands: readonly { path: string; body: object }[],
): { name: string; commands: readonly ClientCommand[] } {
  const text = commands.map((command) => JSON.stringify(command)).join('\n');
  return { name, commands: readImport(text).phases.flatMap((one) => one.commands) };
}

/** Policies, the published facts and four scores for each of forty made-up regencies: one event per command. */
export async function largeImport(): Promise<readonly ImportPhase[]> {
  const scorecards = regencies.map((code) => `/v1/scorecards/${code}/MCP/2019`);
  return [
    ...(await policyAndFactPhases()),
    phase('test province', [
      { path: '/v1/regions/32/register', body: { name: 'Test province', level: 'province' } },
    ]),
    phase(
      'test regencies',
      regencies.map((code) => ({
        path: `/v1/regions/${code}/register`,
        body: { name: `Regency ${code}`, level: 'regency', parent: '32' },
      })),
    ),
    phase(
      'test scores',
      scorecards.flatMap((path, i) => [
        { path: `${path}/open`, body: {} },
        ...['2019-06-30', '2019-09-30', '2019-12-31', '2020-03-31'].map((asOf, quarter) => ({
          path: `${path}/record-published-score`,
          body: { value: String(20 + i + quarter), status: 'provisional', asOf, source },
        })),
      ]),
    ),
  ];
}
