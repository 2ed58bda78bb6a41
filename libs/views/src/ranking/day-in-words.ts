import type { CalendarDate } from '@jejak/domain';

const months = {
  en: 'January February March April May June July August September October November December',
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
};

/** `2019-08-21` as `21 August 2019` or `21 Agustus 2019`. */
export function dayInWords(day: CalendarDate, language: 'en' | 'id'): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[language].split(' ')[Number(month) - 1] ?? month} ${year}`;
}

/** `2026-01-05T02:00:00.000Z` as `5 January 2026 02:00:00.000 UTC`. */
export const instantInWords = (instant: string, language: 'en' | 'id'): string =>
  `${dayInWords(instant.slice(0, 10), language)} ${instant.slice(11, -1)} UTC`;
