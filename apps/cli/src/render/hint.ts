import { defaultUrl } from '../service-options';

/** An argument as a shell takes it. */
const quoted = (text: string): string =>
  /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A command line to paste, for the same service as the command that shows it. */
export const hint = (url: string, ...args: readonly string[]): string =>
  ['npx jejak', ...args.map(quoted), ...(url === defaultUrl ? [] : ['--url', quoted(url)])].join(
    ' ',
  );
