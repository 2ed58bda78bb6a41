/** One line of numbers. */
export interface ScrapedSample {
  /** The family's name, and behind it what a histogram adds: `_bucket`, `_sum`, `_count`. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ScrapedFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: ScrapedSample[];
}

const sampleLine =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)$/;
const label = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"/g;

/**
 * Reads the Prometheus text format as a collector does.
 * @throws Error at a line that does not fit, also where HELP or TYPE is missing before a number
 */
export function readExposition(text: string): ReadonlyMap<string, ScrapedFamily> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end');
  const families = new Map<string, ScrapedFamily>();
  const helps = new Map<string, string>();
  let current: ScrapedFamily | null = null;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, keyword, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword === 'HELP') helps.set(name, rest);
    else if (keyword === 'TYPE') {
      const help = helps.get(name);
      if (help === undefined) throw new Error(`No HELP for ${name}`);
      if (families.has(name)) throw new Error(`${name} comes twice`);
      current = { name, help, type: rest, samples: [] };
      families.set(name, current);
    } else {
      const sample = sampleOf(line);
      if (current === null || !belongsTo(current, sample)) throw new Error(`Stray: ${line}`);
      current.samples.push(sample);
    }
  }
  return families;
}

function sampleOf(line: string): ScrapedSample {
  const [, name, labels = '', value] = sampleLine.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Not readable: ${line}`);
  const pairs = [...labels.matchAll(label)].map(([, key = '', text = '']) => [key, text] as const);
  return { name, labels: Object.fromEntries(pairs), value: numberOf(value) };
}

function numberOf(text: string): number {
  if (/^nan$/i.test(text)) return NaN;
  if (/^[+-]Inf$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (Number.isNaN(Number(text))) throw new Error(`Not a number: ${text}`);
  return Number(text);
}

const belongsTo = ({ name, type }: ScrapedFamily, sample: ScrapedSample): boolean =>
  sample.name === name ||
  (type === 'histogram' &&
    ['_bucket', '_sum', '_count'].some((part) => sample.name === name + part));
