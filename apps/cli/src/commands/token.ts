import { type Command, InvalidArgumentError, Option } from 'commander';

// Not through the face of the library, which loads the service framework for every command.
import { ROLES, type Role } from '@jejak/access/principal';
import { standardOutput } from '../output';
import { dataOption } from '../service-options';

interface TokenOptions {
  readonly as: Role;
  readonly region: string[];
  readonly subject?: string;
  readonly minutes: number;
  readonly data: string;
}

/** `jejak token`: a short-lived token of the built-in issuer, for trying the service out. */
export function tokenCommand(program: Command): void {
  program
    .command('token')
    .summary('print a token of the built-in issuer, for trying it out')
    .description(
      'Prints a bearer token signed by the built-in issuer of the data folder. Refuses in production.',
    )
    .addOption(new Option('--as <role>', 'role of the bearer').choices(ROLES).default('operator'))
    .option(
      '--region <code>',
      'region the bearer acts for, with everything below it; repeatable, * for all',
      (code: string, earlier: string[]) => [...earlier.filter((one) => one !== '*'), code],
      ['*'],
    )
    .option('--subject <id>', 'who the bearer is (default: demo-<role>)')
    .option('--minutes <number>', 'lifetime, at most 15', minutes, 15)
    .addOption(dataOption())
    .addHelpText(
      'after',
      `
Example:
  TOKEN=$(npx jejak token --as verifier --region 36.73)`,
    )
    .action(async ({ as, region, subject, minutes: lifetime, data }: TokenOptions) => {
      const { openBuiltInIssuer } = await import('../issuer.js');
      const issuer = await openBuiltInIssuer({ directory: data });
      const token = await issuer.issueToken({
        as,
        regions: region,
        lifetimeSeconds: lifetime * 60,
        ...(subject === undefined ? {} : { subject }),
      });
      standardOutput(false).line(token);
    });
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 15) return value;
  throw new InvalidArgumentError('must be a whole number from 1 to 15');
}
