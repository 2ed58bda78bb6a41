import type { RankingQuery } from './ranking-reader';
import type { Language } from './ranking-view';
import type { ProblemCode } from './words';

/** What an address asks the page for. */
export interface PageQuery {
  readonly language: Language;
  readonly ranking: RankingQuery;
}

export interface ReadPageQuery {
  readonly query: PageQuery;
  /** Parameters that cannot be read; in `query` they are left at their default. */
  readonly problems: readonly ProblemCode[];
}

/** The page shows one province; its only data so far is that of Banten. */
export const PROVINCE = '36';

const DEFAULT_INSTRUMENT = 'MCP';
const DEFAULT_YEAR = 2019;

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Reads the query parameters of the page. An empty one counts as absent, since a form sends every
 * field it has; one that is repeated, or not a text, cannot be read.
 */
export function readPageQuery(parameters: Parameters): ReadPageQuery {
  const problems: ProblemCode[] = [];
  const read = <Value>(name: ProblemCode, valueOf: (text: string) => Value | undefined) => {
    const given = parameters[name];
    if (given === undefined || given === '') return undefined;
    const value = typeof given === 'string' ? valueOf(given) : undefined;
    if (value === undefined) problems.push(name);
    return value;
  };
  const validAt = read('validAt', dayIn);
  const knownAt = read('knownAt', instantIn);
  const status = read('status', oneOf('provisional', 'final'));
  const publication = read('publication', matching(/^[\w.,-]{1,40}$/));
  const ranking: RankingQuery = {
    instrument: read('instrument', matching(/^[A-Z][A-Z0-9-]{1,19}$/)) ?? DEFAULT_INSTRUMENT,
    year: read('year', yearIn) ?? DEFAULT_YEAR,
    province: PROVINCE,
    ...(validAt !== undefined && { validAt }),
    ...(knownAt !== undefined && { knownAt }),
    ...(status !== undefined && { status }),
    ...(publication !== undefined && { publication }),
  };
  return { query: { language: read('lang', oneOf('id', 'en')) ?? 'id', ranking }, problems };
}

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);

const oneOf =
  <Choice extends string>(...choices: readonly Choice[]) =>
  (text: string) =>
    choices.find((choice) => choice === text);

function yearIn(text: string): number | undefined {
  return /^(20\d\d|2100)$/.test(text) ? Number(text) : undefined;
}

/** A day of the calendar: `2019-02-29` is none. */
function dayIn(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * An instant as ISO 8601 UTC with milliseconds. Without a zone, as `datetime-local` sends it, it is
 * in UTC. A blank before the zone is a `+` that was not encoded.
 */
function instantIn(text: string): string | undefined {
  const parts = INSTANT.exec(text.replace(/(:\S+) (\d\d:\d\d)$/, '$1+$2'));
  if (!parts) return undefined;
  const [, day = '', time = '', seconds = ':00', zone = 'Z'] = parts;
  if (dayIn(day) === undefined) return undefined;
  const instant = new Date(`${day}T${time}${seconds}${zone}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  const utc = instant.toISOString();
  // A zone can carry the last day of the year 9999 over into one that is written differently.
  return /^\d{4}-/.test(utc) ? utc : undefined;
}
