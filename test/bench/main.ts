import { countryTable } from './country/report';
import { measureCountry } from './country/suite';
import { eventStoreTable } from './event-store/report';
import { measureEventStore } from './event-store/suite';
import { machineFacts } from './machine';
import { optionsFrom, type Scale, scaleOf, usage } from './options';
import { projectionTable } from './projections/report';
import { measureProjections } from './projections/suite';
import { notMeasured, type Report, table } from './report';
import { readStoreTable } from './read-store/report';
import { measureReadStore } from './read-store/suite';
import type { Row } from './row';
import { catchUp } from './rows/catch-up';
import { coldCommand } from './rows/cold-command';
import { httpCommand } from './rows/http-command';
import { warmCommand } from './rows/warm-command';

const rowsByName: Readonly<Record<string, (scale: Scale) => Promise<Row>>> = {
  warm: warmCommand,
  http: httpCommand,
  cold: coldCommand,
  'catch-up': catchUp,
};

async function main(args: readonly string[]): Promise<void> {
  const options = optionsFrom(args);
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  if (options.projections !== null) {
    const report = await measureProjections(args, options.projections, options.rows);
    process.stdout.write(
      `${options.json ? JSON.stringify(report, null, 2) : projectionTable(report)}\n`,
    );
    return;
  }
  if (options.eventStore !== null) {
    const report = await measureEventStore(args, options.eventStore, options.rows);
    process.stdout.write(
      `${options.json ? JSON.stringify(report, null, 2) : eventStoreTable(report)}\n`,
    );
    return;
  }
  if (options.readStore !== null) {
    const report = await measureReadStore(args, options.readStore, options.rows);
    process.stdout.write(
      `${options.json ? JSON.stringify(report, null, 2) : readStoreTable(report)}\n`,
    );
    return;
  }
  if (options.country !== null) {
    const report = await measureCountry(args, options.country);
    process.stdout.write(
      `${options.json ? JSON.stringify(report, null, 2) : countryTable(report)}\n`,
    );
    return;
  }
  const unknown = options.rows.find((name) => rowsByName[name] === undefined);
  if (unknown !== undefined) throw new TypeError(`No row is called ${unknown}`);
  const machine = machineFacts(args);
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(rowsByName)) {
    if (options.rows.length > 0 && !options.rows.includes(name)) continue;
    process.stderr.write(`measuring ${name}...\n`);
    rows.push(await measure(scaleOf(options)));
  }
  const report: Report = { machine, rows, notMeasured };
  process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : table(report)}\n`);
  if (rows.some(({ jejak }) => (jejak.errors ?? 0) > 0)) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
});
