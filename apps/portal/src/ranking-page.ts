import { apiAddress, pageAddress } from './addresses';
import { tableForm, timeForm } from './choice-forms';
import { html, type Html } from './html';
import { pageFrame, type PublicAddresses } from './page-frame';
import type { PageQuery } from './page-query';
import { rankingChart } from './ranking-chart';
import type { PortalRanking } from './ranking-reader';
import { rankingTable } from './ranking-table';
import type { RankingViewModule } from './ranking-view';
import type { PageWords } from './words';
import { wordsIn } from './words-in';

/**
 * The whole page for one reply. It is complete without the script, which only exchanges what carries
 * a `data-` attribute when the slider moves.
 */
export function rankingPage(
  reply: PortalRanking,
  query: PageQuery,
  module: RankingViewModule,
  files: PublicAddresses,
): Html {
  const words = wordsIn(query.language);
  const view = module.rankingView(reply, words.ranking);
  const api = apiAddress(query.ranking);
  const empty = view.rows.length === 0;
  const main = html`
    <main id="main" data-api="${api}" data-words="${JSON.stringify(scriptWords(words))}">
      ${tableForm(query, words)}
      <h2 id="title" data-view="title">${view.title}</h2>
      <ul class="statement" data-texts="statement">
        ${view.statement.map((remark) => html`<li>${remark}</li>`)}
      </ul>
      ${timeForm(reply, query, words, module)}
      <p class="loading" role="status" id="loading"></p>
      <section aria-labelledby="chart-heading" data-shown-with="rows" ${empty && html`hidden`}>
        <h3 id="chart-heading">${words.chart}</h3>
        ${rankingChart(view, words)}
      </section>
      <section aria-labelledby="table-heading" data-shown-with="rows" ${empty && html`hidden`}>
        <h3 id="table-heading">${words.table}</h3>
        ${rankingTable(view, words)}
      </section>
      <p data-view="provinceScore">${view.provinceScore}</p>
      <section
        class="not-ranked"
        aria-labelledby="not-ranked"
        ${view.notRanked.length === 0 && html`hidden`}
        data-shown-with="notRanked"
      >
        <h3 id="not-ranked">${words.notRanked}</h3>
        <p>${words.notRankedHelp}</p>
        <ul data-texts="notRanked">
          ${view.notRanked.map((name) => html`<li>${name}</li>`)}
        </ul>
      </section>
      <section aria-labelledby="how-heading">
        <h3 id="how-heading">${words.howTitle}</h3>
        <p id="how">${words.how}</p>
      </section>
      <p><a href="${api}" id="same-as-json">${words.sameAsJson}</a></p>
    </main>
  `;
  const language = query.language === 'en' ? 'id' : 'en';
  const otherLanguage = pageAddress({ ...query, language });
  const { title, position } = view;
  return pageFrame({ words, title, main, position, otherLanguage, files });
}

/** The words the script needs to show another day. */
const scriptWords = ({ ranking, loading, shown, failed }: PageWords) => ({
  ranking,
  loading,
  shown,
  failed,
});
