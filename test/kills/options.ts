import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

import { roundsOfLife, type Orders } from './campaign';

const stores = ['event-store', 'read-store'] as const;

export interface KillOptions extends Orders {
  readonly store: (typeof stores)[number];
  readonly seed: number;
  readonly help: boolean;
}

export const usage = `Usage: npm run kills -- [event-store|read-store] [--rounds 200] [--seed 1] [--from 0]
                        [--directory <path>]

Kills an embedded store (SIGKILL) at work, starts it again, and compares what is there with what was
acknowledged.

  event-store    under 64 writers, a subscriber and a reader: what anybody has read stays as it was
                 (the default)
  read-store     under 8 writers of documents: every command is there whole or not at all, and every
                 index has the entries of its documents, no more and no fewer

  --rounds <n>   how many rounds; each kills a node once, some a second time at its start
                 (default 200)
  --seed <n>     draws the writes and the moments of the kills (default 1)
  --from <n>     number of the first round (default 0); every ${roundsOfLife} rounds begin on an empty
                 directory
  --directory <path>
                 where the node writes (default: the usual place for temporary files); what it
                 wrote is removed
  --help         this text

What is drawn is repeated by the seed; how the machine interleaves it is not. A kill takes the
process and not the machine: it shows that nothing is acknowledged or shown before it is committed
and that no commit is torn, not what a disk keeps when its power is cut. A round that failed is named
with what repeats it, and the exit code is 1.
`;

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new TypeError(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}

/** Throws TypeError for an argument that is not known. */
export function optionsFrom(args: readonly string[]): KillOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      directory: { type: 'string', default: tmpdir() },
      help: { type: 'boolean', default: false },
    },
  });
  const [named = 'event-store', ...more] = positionals;
  const store = stores.find((each) => each === named);
  if (store === undefined || more.length > 0) {
    throw new TypeError(`one of ${stores.join(', ')}, not ${positionals.join(' ')}`);
  }
  return {
    store,
    help: values.help,
    rounds: wholeNumber('rounds', values.rounds),
    seed: wholeNumber('seed', values.seed),
    from: wholeNumber('from', values.from),
    directory: values.directory,
  };
}
