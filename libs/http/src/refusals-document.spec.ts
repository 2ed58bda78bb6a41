import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { refusalCodes } from '@jejak/domain';

import { refusalsDocument } from './testing/refusals-document';
import { remediesOf, statedRemedies } from './testing/stated-remedies';

const domain = join(__dirname, '../../domain');
const file = join(domain, 'REFUSALS.md');
const remedies = statedRemedies(join(domain, 'src'));

/** The only reader of this variable: whoever adds a code makes the document anew with it. */
const makesAnew = process.env['MAKE_REFUSALS'] === '1';

describe('the document of refusals', () => {
  it('is up to date; else: MAKE_REFUSALS=1 npx jest --testPathPatterns refusals-document', () => {
    const text = refusalsDocument(remedies);
    if (makesAnew) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('says of every refusal what usually helps', () => {
    const silent = refusalCodes.filter((code) => remediesOf(remedies, code).length === 0);
    expect(silent).toEqual([]);
  });
});
