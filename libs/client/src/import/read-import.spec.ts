import { ImportFileInvalid } from './import-file-invalid';
import { readImport } from './read-import';

const commandsIn = (text: string) => readImport(text).phases.flatMap(({ commands }) => commands);

describe('readImport', () => {
  it('reads one command per line and passes over empty lines', () => {
    const text = '{"path":"/v1/pacts/x/publish","body":{"a":1},"as":"verifier","key":"k"}\n\n';
    expect(commandsIn(text)).toEqual([
      { path: '/v1/pacts/x/publish', key: 'k', as: 'verifier', body: { a: 1 } },
    ]);
  });

  it('gives a command without a key one that depends on its content alone', () => {
    const [first, again, other] = commandsIn(
      [
        '{"path":"/v1/pacts/x/sign","body":{"position":"Bupati","name":null}}',
        '{"body":{"name":null,"position":"Bupati"},"path":"/v1/pacts/x/sign"}',
        '{"path":"/v1/pacts/x/sign","body":{"position":"Camat"}}',
      ].join('\n'),
    );
    expect(first?.key).toBe(again?.key);
    expect(first?.key).not.toBe(other?.key);
  });

  it.each([
    ['', 'no facts and no command'],
    ['nonsense', 'Line 1 is not a JSON object'],
    ['{"path":"/v1/x/y"}\n[]', 'Line 2 is not a JSON object'],
    ['{"path":"/health"}', 'Line 1 needs a "path" that starts with /v1/'],
    ['{"path":"/v1/x/y","body":[]}', 'Line 1: "body" must be an object'],
    ['{"path":"/v1/x/y","as":"minister"}', 'Line 1: "as" must be'],
    ['{"path":"/v1/x/y","key":7}', 'Line 1: "key" must be a string'],
    ['{"figures":[]}', 'at least one of the sections'],
    ['{"regions":{}}', 'The section "regions" must be a list'],
    ['{"kind":"x","content":{}}', 'The policy x needs an "effectiveFrom"'],
    ['{"kind":"x","content":[],"effectiveFrom":"2024-01-01"}', 'The "content" of the policy x'],
    ['{"kind":"x y","content":{}}', 'A policy needs a "kind"'],
    ['{"kind":"x","content":{},"effective":"2024-01-01"}', 'and no "effective"'],
    ['{"sources":[],"regions":[]}', 'The section "sources" must be an object'],
  ])('refuses %j before anything is sent', (text, reason) => {
    expect(() => readImport(text)).toThrow(ImportFileInvalid);
    expect(() => readImport(text)).toThrow(reason);
  });
});
