import type { Remark, RemarkCode } from './ranking-reply';
import type { WordlessReply } from './ranking-words';

/** What a reader must know before using the numbers, the weightiest first. */
export function remarksOn(reply: WordlessReply): readonly Remark[] {
  const { basis, rows, year } = reply;
  const { unitsAssessed: known, unitsTotal: total, withoutDay } = basis;
  const final = rows.filter(({ status }) => status === 'final').length;
  const amended = rows.filter((row) => row.amended !== null).length;
  const unregistered = rows.filter(({ region }) => region.name === null).length;
  const remarks: (Remark | false)[] = [
    rows.length === 0 &&
      reply.dates.length === 0 &&
      remark(
        'nothing-recorded',
        'Nothing had been recorded about this by the moment asked for.',
        'Belum ada yang tercatat tentang hal ini sampai saat yang ditanyakan.',
      ),
    rows.length === 0 &&
      reply.dates.length > 0 &&
      remark(
        'nothing-holds-yet',
        'Scores are recorded, but of regencies and cities none speaks of a day up to the one asked for.',
        'Ada skor yang tercatat, tetapi belum ada skor kabupaten/kota untuk hari yang ditanyakan.',
      ),
    basis.mixedStatus &&
      remark(
        'mixed-status',
        `${final} of ${known} scores are final, the others provisional. No ranks are given: a provisional score rises until its cycle closes and has not lost against a final one.`,
        `${final} dari ${known} skor sudah final, lainnya sementara. Peringkat tidak diberikan: skor sementara masih naik sampai siklus ditutup dan belum kalah dari skor final.`,
      ),
    rows.length > 0 &&
      known < total &&
      remark(
        'incomplete',
        `${known} of ${total} units known. Nothing is filled in for the others; while they are missing, no rank is certain.`,
        `${known} dari ${total} daerah diketahui. Data daerah lain tidak diisi dengan perkiraan; selama belum ada, peringkat tidak pasti.`,
      ),
    unregistered > 0 &&
      remark(
        'units-unknown',
        `The regions of ${unregistered} of ${known} scores are not in the register, so it is not known how many units there are.`,
        `${unregistered} skor milik daerah yang tidak ada dalam daftar, sehingga jumlah daerah tidak diketahui.`,
      ),
    basis.mixedDays &&
      remark(
        'mixed-days',
        'The scores speak of different days: a later score had more time to rise.',
        'Skor berasal dari hari yang berbeda: skor yang lebih baru punya lebih banyak waktu untuk naik.',
      ),
    basis.statuses.includes('provisional') &&
      remark(
        'provisional',
        'Provisional scores are low until the cycle closes: compare them with scores of the same day only, never with the final score of another year.',
        'Skor sementara rendah sampai siklus ditutup: bandingkan hanya dengan skor pada hari yang sama, jangan dengan skor final tahun lain.',
      ),
    withoutDay > 0 &&
      remark(
        'day-unknown',
        `No day is known for ${withoutDay} of ${known} scores; such a score counts as of 31 December ${year}.`,
        `${withoutDay} skor tidak diketahui harinya dan dihitung per 31 Desember ${year}.`,
      ),
    amended > 0 &&
      remark(
        'amended',
        `Corrected after publication: ${amended} of ${known} scores; both values are kept.`,
        `${amended} skor dikoreksi setelah diumumkan; kedua nilainya disimpan.`,
      ),
  ];
  return remarks.filter((one) => one !== false);
}

const remark = (code: RemarkCode, text: string, textId: string): Remark => ({
  code,
  text,
  textId,
});
