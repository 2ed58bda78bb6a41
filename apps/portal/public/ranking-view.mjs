// Turns a reply of the public API into what the page shows. Server and browser both run this file,
// so a page that was changed by the slider cannot differ from one that was sent whole.

/** @import { BarView, RankingViewModule, RankingWords, RowView } from '../src/ranking-view' */
/** @import { PortalRanking, PortalRow, PortalScore } from '../src/ranking-reader' */

/** Pixels from one bar to the next: a line of text and the bar below it. */
const BAR_STEP = 46;

/** Percent of the chart's width that a score of 100 fills; the rest is for the value at its end. */
const FULL_BAR = 72;

/** @type {RankingViewModule['filledIn']} */
export const filledIn = (template, values) =>
  template.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(values[name] ?? ''));

/** @type {RankingViewModule['dayInWords']} */
export function dayInWords(day, { months }) {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months.split(' ')[Number(month) - 1] ?? month} ${year}`;
}

/** @type {RankingViewModule['rankingView']} */
export function rankingView(reply, words) {
  const { basis, provinceScore, position, parked = [] } = reply;
  const inEnglish = words.language === 'en';
  return {
    title: inEnglish ? reply.title : reply.titleId,
    statement: [
      ...(parked.length > 0 ? [filledIn(words.leftOut, { count: parked.length })] : []),
      ...reply.statement.map(({ text, textId }) => (inEnglish ? text : textId)),
    ],
    coverage: filledIn(words.coverage, {
      assessed: basis.unitsAssessed,
      total: basis.unitsTotal,
    }),
    provinceScore: provinceScore === null ? '' : provinceLine(provinceScore, words),
    position: position === null ? words.positionUnknown : filledIn(words.position, { position }),
    rows: reply.rows.map((row) => rowView(row, reply, words)),
    bars: reply.rows.map((row, index) => barView(row, index, words)),
    barsHeight: String(reply.rows.length * BAR_STEP),
    notRanked: reply.notRanked.map(({ region }) => region.name ?? region.code),
  };
}

/** @type {(row: PortalRow, reply: PortalRanking, words: RankingWords) => RowView} */
function rowView(row, { instrument, year }, words) {
  const { region } = row;
  const stream = `scorecard-${region.code}-${instrument.toLowerCase()}-${year}`;
  return {
    rank: row.rankLabel ?? '–',
    rankNote: rankNote(row, words),
    name: region.name ?? region.code,
    code: region.code,
    value: decimal(row.value, words),
    status: words.status[row.status],
    statusClass: row.status,
    day: dayOf(row, words),
    source: `${row.source.id}: ${row.source.citation}`,
    note: noteOn(row, words),
    trail: `/v1/audit/streams/${encodeURIComponent(stream)}`,
  };
}

/** @type {(row: PortalRow, words: RankingWords) => string} */
function rankNote({ tie, rankBetween, rankWithheld }, words) {
  if (rankWithheld === null) return tie ? words.tie : '';
  if (rankBetween === null) return words.withheld[rankWithheld];
  const [best, worst] = rankBetween;
  return `${filledIn(words.between, { best, worst })}, ${words.withheld[rankWithheld]}`;
}

/** @type {(score: PortalScore, words: RankingWords) => string} */
function noteOn({ publishedRank, amended }, words) {
  const notes = [];
  if (publishedRank !== null) notes.push(filledIn(words.publishedRank, { rank: publishedRank }));
  if (amended !== null) {
    const from = amended.from === null ? '–' : decimal(amended.from, words);
    notes.push(filledIn(words.amendedFrom, { from }));
  }
  return notes.join('; ');
}

/** @type {(row: PortalRow, index: number, words: RankingWords) => BarView} */
function barView(row, index, words) {
  // A length on a screen, not a score: here alone a value becomes a binary number.
  const share = Math.min(Math.max(Number(row.value) || 0, 0), 100) / 100;
  return {
    y: String(index * BAR_STEP),
    width: `${(share * FULL_BAR).toFixed(2)}%`,
    rank: row.rankLabel ?? '–',
    name: row.region.name ?? row.region.code,
    amount: `${decimal(row.value, words)} ${words.status[row.status]}`,
    statusClass: row.status,
  };
}

/** @type {(score: PortalScore, words: RankingWords) => string} */
function provinceLine(score, words) {
  const { region, source } = score;
  return filledIn(words.provinceScore, {
    name: region.name ?? region.code,
    value: decimal(score.value, words),
    status: words.status[score.status],
    day: dayOf(score, words),
    source: `${source.id}: ${source.citation}`,
  });
}

/** @type {(score: PortalScore, words: RankingWords) => string} */
const dayOf = ({ asOf }, words) => (asOf === null ? words.dayUnknown : dayInWords(asOf, words));

/** @type {(value: string, words: RankingWords) => string} */
const decimal = (value, { decimalMark }) => value.replace('.', decimalMark);
