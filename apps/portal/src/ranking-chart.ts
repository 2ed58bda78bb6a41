import { html, type Html } from './html';
import type { BarView, RankingView } from './ranking-view';
import type { PageWords } from './words';

const emptyBar: BarView = {
  y: '0',
  width: '0%',
  rank: '',
  name: '',
  amount: '',
  statusClass: 'provisional',
};

/**
 * The bars, in the order of the table, one hue for all: a colour per rank would judge. Lengths are
 * percentages and there is no viewBox, so that text keeps its size on a narrow screen. The script
 * copies the empty bar as it does the empty row of the table.
 */
export const rankingChart = (view: RankingView, words: PageWords): Html => html`
  <svg
    class="chart"
    role="img"
    aria-labelledby="chart-title chart-text"
    width="100%"
    height="${view.barsHeight}"
  >
    <title id="chart-title" data-view="title">${view.title}</title>
    <desc id="chart-text">${words.chartText}</desc>
    <defs>
      <pattern
        id="hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch-ground" width="6" height="6" />
        <rect class="hatch-line" width="3" height="6" />
      </pattern>
    </defs>
    <g data-list="bars" data-template="bar-template">${view.bars.map(bar)}</g>
  </svg>
  <template id="bar-template"><svg>${bar(emptyBar)}</svg></template>
  <p class="note">${words.chartText} ${words.chartScale}</p>
`;

const bar = ({ y, width, rank, name, amount, statusClass }: BarView): Html =>
  html`<svg
    class="${statusClass}"
    y="${y}"
    width="100%"
    height="46"
    data-set="y=y class=statusClass"
  >
    <text x="0" y="16">
      <tspan class="bar-rank" data-text="rank">${rank}</tspan>
      <tspan dx="6" data-text="name">${name}</tspan>
    </text>
    <rect class="track" x="0" y="22" width="72%" height="16" />
    <rect class="bar" x="0" y="22" width="${width}" height="16" data-set="width=width" />
    <text class="amount" x="${width}" y="35" dx="6" data-set="x=width" data-text="amount">
      ${amount}
    </text>
  </svg>`;
