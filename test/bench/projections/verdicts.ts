import type { LiveLag } from './live-lag';
import type { LogCase } from './log-case';
import type { ProjectionSide } from './sides';

/** One wanted figure and what became of it. */
export interface Verdict {
  readonly figure: string;
  readonly wanted: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const highestRss = 200;

/** How much more of something still counts as the same: what rounds differ by anyway. */
const flat = 1.1;

export function verdictsOf(cases: readonly LogCase[], live: LiveLag | null): Verdict[] {
  return [...cases.flatMap(caseVerdicts), ...growth(cases), ...(live === null ? [] : [lag(live)])];
}

const shapeOf = ({ events, documents }: LogCase): string =>
  `${events.toLocaleString('en')} over ${documents.toLocaleString('en')}`;

const atMost = (figure: string, value: number, most: number, digits = 2, unit = ''): Verdict => ({
  figure,
  wanted: `<= ${most}${unit}`,
  measured: `${value.toFixed(digits)}${unit}`,
  isMet: value <= most,
});

const atLeast = (figure: string, value: number, least: number, digits = 2): Verdict => ({
  figure,
  wanted: `>= ${least}`,
  measured: value.toFixed(digits),
  isMet: value >= least,
});

function caseVerdicts(one: LogCase): Verdict[] {
  const { sides, tenths } = one;
  const of = (what: string): string => `${shapeOf(one)}: ${what}`;
  const verdicts: Verdict[] = [];
  const view = sides['one'];
  const { five, tutorial } = sides as Partial<Record<string, ProjectionSide>>;
  if (view !== undefined) {
    verdicts.push(atMost(of('one view, CPU of both floors'), view.ofFloorSum ?? NaN, 1.1));
    verdicts.push(atLeast(of("one view, slower floor's rate"), view.ofSlowerFloor ?? NaN, 0.55));
    if (tutorial !== undefined) {
      const times = view.perSecond / tutorial.perSecond;
      verdicts.push(atLeast(of("one view, tutorial's rate"), times, 20, 1));
    }
  }
  if (five !== undefined) {
    verdicts.push(atLeast(of("five views, slower floor's rate"), five.ofSlowerFloor ?? NaN, 0.4));
  }
  const rebuilds = [sides['rebuild-view'], sides['rebuild-rows']].flatMap((side) => side ?? []);
  if (rebuilds.length > 0) {
    const slowest = Math.min(...rebuilds.map(({ ofSlowerFloor }) => ofSlowerFloor ?? NaN));
    verdicts.push(atLeast(of("rebuild, slower floor's rate"), slowest, 0.7));
  }
  for (const side of [view, ...rebuilds, five]) {
    if (side === undefined) continue;
    verdicts.push(atMost(of(`${side.name}, RSS`), side.rssMebibytes, highestRss, 0, ' MiB'));
  }
  if (tenths !== null) {
    const times = tenths.last / tenths.first;
    verdicts.push(atMost(of('last tenth, CPU of the first'), times, flat));
  }
  return verdicts;
}

/** The longest log of a number of documents against the shortest of the same number. */
function growth(cases: readonly LogCase[]): Verdict[] {
  return cases.flatMap((long) => {
    const short = cases.find(
      ({ documents, events }) => documents === long.documents && events < long.events,
    );
    const before = short?.sides['one'];
    const after = long.sides['one'];
    if (short === undefined || before === undefined || after === undefined) return [];
    const of = (what: string): string => `${shapeOf(long)}: ${what} of ${shapeOf(short)}`;
    return [
      atMost(of('one view, RSS'), after.rssMebibytes / before.rssMebibytes, flat),
      atMost(of('one view, CPU'), after.cpuMicroseconds / before.cpuMicroseconds, flat),
    ];
  });
}

const lag = ({ perSecond, p99 }: LiveLag): Verdict =>
  atMost(`live at ${perSecond}/s, lag p99`, p99, 100, 0, ' ms');
