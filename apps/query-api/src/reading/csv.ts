/** What a cell can hold; null is an empty cell, an empty text a quoted one. */
export type Cell = string | number | boolean | null;

/** One record of RFC 4180, its line end included. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = harmless(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What makes a spreadsheet take a cell for a formula, also behind what it drops before it looks:
 * white space, marks of byte order and what is not shown. The wide forms do in East Asian editions.
 */
const beginsFormula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Decimals travel as text. */
const decimal = /^-?\d+(\.\d+)?$/;

/**
 * Text that a spreadsheet does not run: an apostrophe before what would begin a formula (OWASP, CSV
 * injection). Numbers are left as they are, whether they come as numbers or as decimal text: of a
 * minus, digits and one point a spreadsheet can make nothing but that number, while an apostrophe
 * would turn every negative figure of a column into text that no longer adds up.
 */
const harmless = (text: string): string =>
  beginsFormula.test(text) && !decimal.test(text) ? `'${text}` : text;
