import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalCodes } from '.';

/** The code's last part as the sources write it: whole, or after a context given to a shared rule. */
const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.ts') && !file.includes('spec') && !file.endsWith('refusal-codes.ts'),
  )
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n');

/** What every refusal in the specifications expects. */
const specifications = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(__dirname, file), 'utf8'))
  .join('\n');

describe('the refusal codes', () => {
  it.each(refusalCodes)('%s belongs to a rule and is specified', (code) => {
    const [, fault] = code.split('.');
    expect(sources.includes(`'${code}'`) || sources.includes(`\${context}.${fault!}\``)).toBe(true);
    expect(specifications).toContain(`'${code}'`);
  });

  it('are unique and shaped <context>.<kebab>', () => {
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
    for (const code of refusalCodes) {
      expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    }
  });
});
