import type { CalendarDate, DecimalText, JejakEvent, Source } from '@jejak/domain';
import { regionOfSubject } from '@jejak/domain/indices/subject';

import { provinceOf } from '../province';
import type { FoldedView } from '../view';

/** The two measures that are held against each other. */
export type Measure = 'MCP' | 'SPI';

/** One published figure, from a scorecard or from the register of indices. */
export interface MeasuredFigure {
  /** Stream and number of its publication: what a correction names. */
  readonly stream: string;
  readonly publication: number;
  readonly value: DecimalText;
  /** Scores only; what the register of indices holds is published as final. */
  readonly status: 'provisional' | 'final';
  readonly asOf: CalendarDate | null;
  readonly source: Source;
}

/** What was published of one region in one year on both measures, in the order of recording. */
export interface DivergenceDocument {
  readonly region: string;
  readonly province: string;
  readonly year: number;
  readonly mcp: readonly MeasuredFigure[];
  readonly spi: readonly MeasuredFigure[];
  /** Difference of the figures that hold, in hundredths of a point; null where one is missing. */
  readonly hundredths: number | null;
  readonly changedAt: string;
}

/** One document per region and year. Which figures hold is said by `figureHolding`. */
export const indexDivergence: FoldedView<DivergenceDocument> = {
  name: 'index-divergence',
  version: 2,
  eventTypes: ['PublishedScoreRecorded', 'ScoreAmended', 'IndexRecorded', 'IndexCorrected'],
  documentsOf({ event }) {
    const about = aboutOf(event);
    return about === null ? [] : [`${about.year}/${about.region}`];
  },
  apply(document, { event, stream, metadata: { recordedAt } }) {
    const about = aboutOf(event);
    if (about === null) return document;
    const { region, year, measure } = about;
    const province = provinceOf(region);
    const before = document ?? { mcp: [], spi: [] };
    const { mcp, spi } = before;
    const [from, field] = measure === 'MCP' ? ([mcp, 'mcp'] as const) : ([spi, 'spi'] as const);
    const after = { region, province, year, mcp, spi, [field]: figuresAfter(from, event, stream) };
    return { ...after, hundredths: differenceOf(after), changedAt: recordedAt };
  },
  indexes: [
    { hundredths: 1, _id: 1 },
    { year: 1, _id: 1 },
    { year: 1, hundredths: 1, _id: 1 },
    { region: 1, _id: 1 },
    { region: 1, hundredths: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, hundredths: 1, _id: 1 },
  ],
};

interface About {
  readonly region: string;
  readonly year: number;
  readonly measure: Measure;
}

/** KPK calls the instrument MCSP since 2025; it is the same measure under another name. */
const measures: ReadonlyMap<string, Measure> = new Map([
  ['MCP', 'MCP'],
  ['MCSP', 'MCP'],
  ['SPI', 'SPI'],
]);

/** Null for an event about something else, such as a group of bodies or another index. */
function aboutOf({ type, data }: JejakEvent): About | null {
  if (type === 'PublishedScoreRecorded' || (type === 'ScoreAmended' && isPublication(data))) {
    const { region, year, instrument } = data;
    const measure = measures.get(instrument);
    return measure === undefined ? null : { region, year, measure };
  }
  if (type === 'IndexRecorded' || type === 'IndexCorrected') {
    const region = regionOfSubject(data.subject);
    const measure = measures.get(data.kind);
    return region === null || measure === undefined ? null : { region, year: data.year, measure };
  }
  return null;
}

const isPublication = ({ subject }: { readonly subject: 'finalised' | number }): boolean =>
  subject !== 'finalised';

function figuresAfter(
  figures: readonly MeasuredFigure[],
  { type, data }: JejakEvent,
  stream: string,
): readonly MeasuredFigure[] {
  if (type === 'PublishedScoreRecorded') {
    const { publication, value, status, asOf, source } = data;
    return [...figures, { stream, publication, value, status, asOf, source }];
  }
  if (type === 'IndexRecorded') {
    const { publication, value, publishedOn: asOf, source } = data;
    return [...figures, { stream, publication, value, status: 'final', asOf, source }];
  }
  if (type === 'ScoreAmended') return changed(figures, stream, data.subject, data.to);
  if (type === 'IndexCorrected') return changed(figures, stream, data.publication, data.to);
  return figures;
}

const changed = (
  figures: readonly MeasuredFigure[],
  stream: string,
  publication: 'finalised' | number,
  value: DecimalText,
): readonly MeasuredFigure[] =>
  figures.map((figure) =>
    figure.stream === stream && figure.publication === publication ? { ...figure, value } : figure,
  );

/**
 * The figure that holds: a final one before any provisional one, then the latest day (one without a
 * day counts as of the last day of its year), then the one recorded first: where two final figures
 * contradict each other neither is preferred for being newer in the log. Jejak's own rule.
 */
export function figureHolding(
  figures: readonly MeasuredFigure[],
  year: number,
): MeasuredFigure | null {
  const dayOf = ({ asOf }: MeasuredFigure): string => asOf ?? `${year}-12-31`;
  const isBefore = (a: MeasuredFigure, b: MeasuredFigure): boolean =>
    a.status === b.status ? dayOf(a) > dayOf(b) : a.status === 'final';
  return figures.reduce<MeasuredFigure | null>(
    (holding, figure) => (holding === null || isBefore(figure, holding) ? figure : holding),
    null,
  );
}

function differenceOf({
  mcp,
  spi,
  year,
}: Pick<DivergenceDocument, 'mcp' | 'spi' | 'year'>): number | null {
  const [measured, perceived] = [figureHolding(mcp, year), figureHolding(spi, year)];
  if (measured === null || perceived === null) return null;
  return hundredthsOf(measured.value) - hundredthsOf(perceived.value);
}

/** Whole hundredths, half away from zero, without a binary fraction on the way. */
function hundredthsOf(value: DecimalText): number {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const digits = decimals.padEnd(3, '0');
  const rounded =
    Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1 : 0);
  return sign === '-' ? 0 - rounded : rounded;
}
