import { dayInWords, instantInWords } from './day-in-words';
import type { RankingReply } from './ranking-reply';

/** A reply before it has words; the code names a province that nobody has registered. */
export interface WordlessReply extends Omit<RankingReply, 'title' | 'titleId' | 'statement'> {
  readonly provinceCode: string;
}

/** What is shown, said so that a list without certain ranks is never read as a ranking. */
export function titleOf(reply: WordlessReply): { title: string; titleId: string } {
  const { instrument, year, validAt, basis, restrictedTo, rows } = reply;
  const { mixedStatus, mixedDays, complete, statuses, unitsAssessed, unitsTotal } = basis;
  const place = reply.province?.name ?? `province ${reply.provinceCode}`;
  const tempat = reply.province?.name ?? `provinsi ${reply.provinceCode}`;
  const asOf = validAt === null ? '' : ` as of ${dayInWords(validAt, 'en')}`;
  const per = validAt === null ? '' : ` per ${dayInWords(validAt, 'id')}`;
  const by = restrictedTo.publication === null ? '' : `, source ${restrictedTo.publication}`;
  const dari = restrictedTo.publication === null ? '' : `, sumber ${restrictedTo.publication}`;
  const said = (title: string, titleId: string) => ({
    title: `${title}${knownBy(reply, 'en')}`,
    titleId: `${titleId}${knownBy(reply, 'id')}`,
  });
  if (rows.length === 0) {
    const { knownAt } = reply;
    const until = knownAt === null ? ' yet' : ` by ${instantInWords(knownAt, 'en')}`;
    const sampai = knownAt === null ? '' : ` sampai ${instantInWords(knownAt, 'id')}`;
    return {
      title: `${instrument} ${year}, ${place}${asOf}${by}: nothing had been recorded${until}`,
      titleId: `${instrument} ${year}, ${tempat}${per}${dari}: belum ada yang tercatat${sampai}`,
    };
  }
  const scores = `${instrument} ${year} scores of ${place}${asOf}${by}`;
  const skor = `Skor ${instrument} ${year} ${tempat}${per}${dari}`;
  if (mixedStatus) {
    const final = rows.filter(({ status }) => status === 'final').length;
    return said(
      `${scores}: not ranked, final for ${final} of ${unitsTotal} units only`,
      `${skor}: tidak diperingkat, baru ${final} dari ${unitsTotal} daerah yang final`,
    );
  }
  if (!complete) {
    return said(
      `${scores}: not ranked, ${unitsAssessed} of ${unitsTotal} units known`,
      `${skor}: tidak diperingkat, ${unitsAssessed} dari ${unitsTotal} daerah diketahui`,
    );
  }
  const interim = statuses.includes('provisional');
  const kind = interim ? (mixedDays ? 'Interim ranking' : 'Provisional ranking') : 'Final ranking';
  const days = mixedDays ? ', from scores of different days' : '';
  const hari = mixedDays ? ', dari skor dengan hari yang berbeda' : '';
  return said(
    `${kind}: ${instrument} ${year}, ${place}${asOf}${by}${days}`,
    `Peringkat ${interim ? 'sementara' : 'final'}: ${instrument} ${year}, ${tempat}${per}${dari}${hari}`,
  );
}

const knownBy = ({ knownAt }: WordlessReply, language: 'en' | 'id'): string => {
  if (knownAt === null) return '';
  const instant = instantInWords(knownAt, language);
  return language === 'en' ? ` (as known by ${instant})` : ` (yang diketahui sampai ${instant})`;
};
