import type { Verdict } from '../projections/verdicts';
import type { LargeCollection } from './large-collection';
import type { ReadStoreRow } from './row';
import type { Waiting } from './waiting';

/** How many times a findOne a top 50 may take. */
const topOfOne = 5;

/** Milliseconds that a scan may keep others waiting. */
const longestWait = 50;

/** Milliseconds of CPU beyond an empty node. */
const openMilliseconds = 100;

/** MiB by which memory may differ and still be the same: what V8 leaves for later. */
const flatWithin = 32;

export const verdictsOf = (
  rows: readonly ReadStoreRow[],
  waiting: Waiting | null,
  large: LargeCollection | null,
): readonly Verdict[] => [
  ...rows.flatMap(rateVerdict),
  ...topVerdict(rows),
  ...(waiting === null ? [] : [waitVerdict(waiting)]),
  ...(large === null ? [] : [openVerdict(large), ...memoryVerdict(large)]),
];

const rateVerdict = ({ name, ofFloor, wanted }: ReadStoreRow): Verdict[] =>
  wanted === null
    ? []
    : [
        {
          figure: `${name}: rate over the floor's`,
          wanted: `>= ${wanted}`,
          measured: ofFloor.median.toFixed(2),
          isMet: ofFloor.median >= wanted,
        },
      ];

function topVerdict(rows: readonly ReadStoreRow[]): Verdict[] {
  const rate = (wanted: string): number | undefined =>
    rows.find(({ key }) => key === wanted)?.perSecond;
  const one = rate('find-one');
  const top = rate('top-50');
  if (one === undefined || top === undefined) return [];
  return [
    {
      figure: 'top 50, time of a findOne',
      wanted: `<= ${topOfOne}`,
      measured: (one / top).toFixed(1),
      isMet: one / top <= topOfOne,
    },
  ];
}

const waitVerdict = ({ beside }: Waiting): Verdict => ({
  figure: 'ping beside a scan, longest wait',
  wanted: `<= ${longestWait} ms`,
  measured: `${beside.most.toFixed(0)} ms`,
  isMet: beside.most <= longestWait,
});

function openVerdict({ documents, opening }: LargeCollection): Verdict {
  const beyond = opening.full.cpuMilliseconds - opening.empty.cpuMilliseconds;
  return {
    figure: `opening ${documents.toLocaleString('en')} documents, CPU beyond an empty node`,
    wanted: `< ${openMilliseconds} ms`,
    measured: `${beyond.toFixed(0)} ms`,
    isMet: beyond < openMilliseconds,
  };
}

function memoryVerdict({ memory }: LargeCollection): Verdict[] {
  const [first, last] = [memory.at(-2), memory.at(-1)];
  if (first === undefined || last === undefined) return [];
  const of = ({ ownMebibytes, allMebibytes }: typeof first): number => ownMebibytes ?? allMebibytes;
  const beyond = of(last) - of(first);
  return [
    {
      figure: `memory, ${last.moment}, beyond ${first.moment}`,
      wanted: `<= ${flatWithin} MiB`,
      measured: `${beyond.toFixed(0)} MiB`,
      isMet: beyond <= flatWithin,
    },
  ];
}
