import { parseArgs } from 'node:util';

import { roundKinds, type RoundKind } from './plan/round-kind';
import { usualParent } from './world';

export interface FaultOptions {
  readonly help: boolean;
  readonly rounds: number;
  readonly seed: number;
  /** Number of the first round. */
  readonly from: number;
  readonly kinds: readonly RoundKind[];
  readonly withPoison: boolean;
  readonly keepGoing: boolean;
  /** Where the stores write. */
  readonly directory: string;
}

export const usage = `Usage: npm run faults -- [--rounds 1000] [--seed 1] [--from 0] [--kind <kind>]...

Stops the projection runtime, the read store, the event store and the connections between them at
random moments, and compares every view with a fold from scratch, document by document.

  --rounds <n>   how many rounds, after those that stop one fixed batch after every k (default 1000)
  --seed <n>     draws the rounds: histories, settings, faults and their moments (default 1)
  --from <n>     number of the first round (default 0); each can be repeated without the others
  --kind <kind>  only rounds of this kind; may be repeated (default: all)
                   single  one projector
                   two     two projectors of the same views at once
                   killed  a projector that is a process, and is killed
                   paused  a process that is paused beyond its lease while another takes over
  --poison       events that cannot be folded in every round (default: in a quarter of them)
  --keep-going   plays the rounds that are left after one that failed
  --directory <path>
                 where the stores write (default: /dev/shm, which is memory, or else the usual
                 place for temporary files); what they wrote is removed
  --help         this text

What is drawn is repeated by the seed; how the machine interleaves it is not. A round that failed is
named with what repeats it, and the exit code is 1.
`;

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new TypeError(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}

const isKind = (name: string): name is RoundKind => roundKinds.some((kind) => kind === name);

/** Throws TypeError for an argument that is not known. */
export function optionsFrom(args: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      kind: { type: 'string', multiple: true, default: [] },
      poison: { type: 'boolean', default: false },
      'keep-going': { type: 'boolean', default: false },
      directory: { type: 'string', default: usualParent() },
      help: { type: 'boolean', default: false },
    },
  });
  const kinds = values.kind.map((name) => {
    if (!isKind(name)) throw new TypeError(`No kind of round is called ${name}`);
    return name;
  });
  return {
    help: values.help,
    rounds: wholeNumber('rounds', values.rounds),
    seed: wholeNumber('seed', values.seed),
    from: wholeNumber('from', values.from),
    kinds: kinds.length > 0 ? kinds : roundKinds,
    withPoison: values.poison,
    keepGoing: values['keep-going'],
    directory: values.directory,
  };
}
