import { html, type Html } from './html';
import type { PageQuery } from './page-query';
import type { PortalRanking } from './ranking-reader';
import type { RankingViewModule } from './ranking-view';
import type { PageWords } from './words';

/** What can be chosen: the instruments and years the sources of Banten speak of. */
const INSTRUMENTS = [
  ['MCP', 'MCP (Monitoring Center for Prevention)'],
  ['SPI', 'SPI (Survei Penilaian Integritas)'],
] as const;
const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024'];

type Choice = readonly [value: string, text: string];

/** A choice that was asked for but is not offered is added, so that the form says what is shown. */
function options(choices: readonly Choice[], chosen: string): Html {
  const offered = choices.some(([value]) => value === chosen);
  const all = offered ? choices : [...choices, [chosen, chosen] as const];
  return html`${all.map(
    ([value, text]) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
  )}`;
}

const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** Which table: another one starts at its own days, so nothing else is carried over. */
export const tableForm = ({ language, ranking }: PageQuery, words: PageWords): Html => html`
  <form class="choose" method="get" action="/" aria-label="${words.choose}">
    ${hidden('lang', language)}
    <label>
      ${words.instrument}
      <select name="instrument">
        ${options(INSTRUMENTS, ranking.instrument)}
      </select>
    </label>
    <label>
      ${words.year}
      <select name="year">
        ${options(
          YEARS.map((year) => [year, year] as const),
          String(ranking.year),
        )}
      </select>
    </label>
    <button>${words.open}</button>
  </form>
`;

/** Both time axes and the restrictions. The script puts a slider before the list of days. */
export function timeForm(
  reply: PortalRanking,
  { language, ranking }: PageQuery,
  words: PageWords,
  { dayInWords, filledIn }: RankingViewModule,
): Html {
  const { instrument, year, validAt, knownAt, status, publication } = ranking;
  const days = reply.dates.map((day) => [day, dayInWords(day, words.ranking)] as const);
  const asked = validAt === undefined ? '' : dayInWords(validAt, words.ranking);
  const known = validAt === undefined || reply.dates.includes(validAt);
  const choices = known ? days : [...days, [validAt, asked] as const].sort(byDay);
  const statuses = Object.entries(words.ranking.status);
  const sources = reply.publications.map(({ source, asOf, status: stands, units }) => {
    const day = asOf === null ? words.ranking.dayUnknown : dayInWords(asOf, words.ranking);
    const text = `${source.id}: ${day}, ${words.ranking.status[stands]}`;
    return [source.id, `${text}, ${filledIn(words.units, { units })}`] as const;
  });
  return html`
    <form id="time" class="time" method="get" action="/" autocomplete="off">
      ${hidden('instrument', instrument)} ${hidden('year', year)} ${hidden('lang', language)}
      <div class="axis" id="valid-axis">
        <label for="validAt">${words.validTime}</label>
        ${
          choices.length === 0
            ? html`<p>${words.noDates}</p>`
            : html`<select id="validAt" name="validAt" aria-describedby="valid-help">
                ${options(choices, validAt ?? '')}
              </select>`
        }
        <p class="note" id="valid-help">${words.validTimeHelp}</p>
      </div>
      <details ${knownAt !== undefined && html`open`}>
        <summary>${words.knownTime}</summary>
        <label>
          ${words.knownTime} (UTC)
          <input
            type="datetime-local"
            name="knownAt"
            step="${knownAt?.endsWith('.000Z') === false ? '0.001' : '1'}"
            value="${knownAt?.slice(0, knownAt.endsWith('.000Z') ? -5 : -1)}"
          />
        </label>
        <p class="note">${words.knownTimeHelp}</p>
      </details>
      <details ${(status ?? publication) !== undefined && html`open`}>
        <summary>${words.restrict}</summary>
        <label>
          ${words.status}
          <select name="status">
            ${options([['', words.anyStatus], ...statuses], status ?? '')}
          </select>
        </label>
        <label>
          ${words.publication}
          <select name="publication">
            ${options([['', words.anyPublication], ...oncePerSource(sources)], publication ?? '')}
          </select>
        </label>
      </details>
      <button>${words.show}</button>
    </form>
  `;
}

const byDay = ([a]: Choice, [b]: Choice): number => (a < b ? -1 : 1);

/** A source that published several times is one choice, which names each of its days. */
function oncePerSource(sources: readonly Choice[]): readonly Choice[] {
  const texts = new Map<string, string>();
  for (const [id, text] of sources) {
    const before = texts.get(id);
    texts.set(id, before === undefined ? text : `${before}; ${text.slice(id.length + 2)}`);
  }
  return [...texts];
}
