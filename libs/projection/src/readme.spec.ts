import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { anyView } from './view/any-view';
import { at, logged, signed } from './testing/recorded';
import { createRunning, stopAll } from './testing/running';
import { signatures } from './testing/signatures';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const from = (path: string): string => readFileSync(join(__dirname, path), 'utf8');

afterEach(stopAll);

describe('The README of the projection runtime', () => {
  it('shows a view that compiles and is projected', async () => {
    const example = from('testing/signatures.ts').replace(/^import[^;]+;\n\n/, '');
    expect(readme).toContain(example.trim());
    expect(example.trim().split('\n').length).toBeLessThan(30);
    const { log, runtime, storage } = createRunning([anyView(signatures)]);
    log.append(logged(signed(1, 'x')), logged(signed(2, 'y')));
    await runtime.start();
    expect(await runtime.waitFor(['signatures'], at(2), 2_000)).toBe(true);
    expect(storage.contents(signatures)).toMatchObject({ '36.73': { signatures: 2 } });
  });

  it('names specifications that exist', () => {
    const named = [...readme.matchAll(/\[`([\w/.-]+\.spec\.ts)`\]\(([^)]+)\)/g)];
    expect(named.length).toBeGreaterThan(9);
    for (const [, , path] of named) expect(() => from(join('..', path ?? ''))).not.toThrow();
  });
});
