import { html, type Html } from './html';
import type { RankingView, RowView } from './ranking-view';
import type { PageWords } from './words';

const emptyRow: RowView = {
  rank: '',
  rankNote: '',
  name: '',
  code: '',
  value: '',
  status: '',
  statusClass: '',
  day: '',
  source: '',
  note: '',
  trail: '',
};

/**
 * The table and, for the script, an empty row to copy: `data-text` and `data-set` say which field of
 * the view goes where, so that the markup stands here only. Roles are written out because narrow
 * screens lay the rows out as blocks, which makes browsers forget that it is a table.
 */
export const rankingTable = (view: RankingView, words: PageWords): Html => html`
  <table role="table" aria-describedby="how">
    <caption data-view="coverage">
      ${view.coverage}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${Object.entries(words.columns).map(
          ([column, name]) =>
            html`<th role="columnheader" scope="col" class="${column}">${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup" data-list="rows" data-template="row-template">
      ${view.rows.map((row) => tableRow(row, words))}
    </tbody>
  </table>
  <template id="row-template">${tableRow(emptyRow, words)}</template>
`;

const tableRow = (row: RowView, words: PageWords): Html =>
  html`<tr role="row" class="${row.statusClass}" data-set="class=statusClass">
    <td role="cell" class="rank">
      <span class="big" data-text="rank">${row.rank}</span>
      <small data-text="rankNote">${row.rankNote}</small>
    </td>
    <th role="rowheader" scope="row" class="region">
      <span data-text="name">${row.name}</span> <small data-text="code">${row.code}</small>
    </th>
    <td role="cell" class="score">
      <span class="big" data-text="value">${row.value}</span>
      <span class="status" data-text="status">${row.status}</span>
      <small data-text="note">${row.note}</small>
    </td>
    <td role="cell" class="day" data-text="day">${row.day}</td>
    <td role="cell" class="source" data-text="source">${row.source}</td>
    <td role="cell" class="trail">
      <a href="${row.trail}" data-set="href=trail">
        ${words.trail}<span class="unseen">: <span data-text="name">${row.name}</span></span>
      </a>
    </td>
  </tr>`;
