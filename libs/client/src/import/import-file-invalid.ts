/** What is wrong with an import file, and on which line. */
export class ImportFileInvalid extends Error {
  override readonly name = 'ImportFileInvalid';
}
