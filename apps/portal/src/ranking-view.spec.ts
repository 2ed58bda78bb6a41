import { loadPublicFiles } from './public-files';
import type { RankingViewModule } from './ranking-view';
import { august, incomplete, mixed, nothing, row } from './testing/replies';
import { wordsIn } from './words-in';

const { ranking: id } = wordsIn('id');
const { ranking: en } = wordsIn('en');

describe('what a reply is shown as', () => {
  let rankingView: RankingViewModule['rankingView'];
  beforeAll(async () => {
    ({ rankingView } = (await loadPublicFiles()).rankingView);
  });

  it('marks a shared rank with = on each of its rows and bars', () => {
    const view = rankingView(august, id);
    const ranks = ['1', '2', '3=', '3=', '5', '6', '7', '8'];
    expect(view.rows.map(({ rank }) => rank)).toEqual(ranks);
    expect(view.bars.map(({ rank }) => rank)).toEqual(ranks);
    expect(view.rows.filter(({ rankNote }) => rankNote === 'seri')).toHaveLength(2);
  });

  it('gives bars in the order of the table, in proportion to the scores', () => {
    const { rows, bars } = rankingView(august, id);
    expect(bars.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    const [first, second] = bars.map(({ width }) => Number.parseFloat(width));
    expect(first! / second!).toBeCloseTo(83 / 67, 2);
    expect(bars.at(0)?.amount).toBe('83 sementara');
  });

  it('says in one line that recorded events are left out, and nothing where none is', () => {
    const parked = [{ stream: 'scorecard-36.73-mcp-2019' }, { stream: 'y' }];
    const statement = [
      'Tidak ditampilkan: catatan yang belum dapat diolah (2). Operator sudah diberi tahu.',
      'Skor sementara rendah.',
    ];
    expect(rankingView({ ...august, parked }, id).statement).toEqual(statement);
    expect(rankingView(august, en).statement).toEqual(['Provisional scores are low.']);
  });

  it('keeps a bar within the chart whatever the value', () => {
    const rows = [row('36.01', '250'), row('36.02', '-4'), row('36.03', 'n/a')];
    const widths = rankingView({ ...august, rows }, id).bars.map(({ width }) => width);
    expect(widths).toEqual(['72.00%', '0.00%', '0.00%']);
  });

  it('puts a dash and the reason where a rank is withheld', () => {
    const { rows } = rankingView(mixed, id);
    expect(rows.every(({ rank }) => rank === '–')).toBe(true);
    expect(rows.every(({ rankNote }) => rankNote === 'status bercampur')).toBe(true);
    expect(rows.find(({ code }) => code === '36.73')).toMatchObject({
      value: '63',
      status: 'final',
      day: 'hari tidak diketahui',
      note: 'peringkat menurut sumber: 7',
    });
  });

  it('says between which ranks a unit is while others are missing', () => {
    const notes = rankingView(incomplete, id).rows.map(({ rankNote }) => rankNote);
    expect(notes).toEqual([
      'antara 1 dan 7, data belum lengkap',
      'antara 2 dan 8, data belum lengkap',
    ]);
  });

  it('writes decimals as the language does, and what a score was corrected from', () => {
    expect(rankingView(incomplete, id).rows.at(1)).toMatchObject({
      value: '69,55',
      note: 'peringkat menurut sumber: 8; dikoreksi dari 68,5',
    });
    expect(rankingView(incomplete, en).rows.at(1)?.value).toBe('69.55');
  });

  it('keeps the province and units without data apart from the ranking', () => {
    const view = rankingView(incomplete, id);
    expect(view.rows).toHaveLength(2);
    expect(view.notRanked).toContain('Kota Cilegon');
    expect(view.provinceScore).toContain('Provinsi Banten sendiri, tidak ikut diperingkat: 91,76');
  });

  it('takes title and statement from the reply in the language of the page', () => {
    expect(rankingView(august, en)).toMatchObject({
      title: august.title,
      statement: ['Provisional scores are low.'],
    });
    expect(rankingView(august, id)).toMatchObject({
      title: august.titleId,
      statement: ['Skor sementara rendah.'],
    });
  });

  it('names an unregistered region by its code, and says when no position is known', () => {
    const view = rankingView({ ...nothing, rows: [row('36.99', '5')] }, id);
    expect(view.rows.at(0)?.name).toBe('36.99');
    expect(view.position).toBe(id.positionUnknown);
  });

  it('links each score to the history of its scorecard', () => {
    const trails = rankingView(august, id).rows.map(({ trail }) => trail);
    expect(trails).toContain('/v1/audit/streams/scorecard-36.73-mcp-2019');
  });
});
