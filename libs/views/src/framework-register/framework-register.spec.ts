import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { areas2023, areas2024, frameworkFacts } from '../testing/score-log';
import { frameworkRegister } from './framework-register';

const [drafted, published] = frameworkFacts(2024, areas2023);
const second = frameworkFacts(2024, areas2024, 2);
const documentOf = (facts: Parameters<typeof recorded>[0]) => {
  const log = recorded(facts);
  expect(fold(frameworkRegister, twice(log))).toEqual(fold(frameworkRegister, log));
  return fold(frameworkRegister, log).get('MCP/2024');
};

describe('The register of frameworks', () => {
  it('keeps a draft apart until a second person publishes it', () => {
    expect(documentOf([drafted!])).toMatchObject({ published: [], draft: { version: 1 } });
    expect(documentOf([drafted!, published!])).toMatchObject({
      draft: null,
      published: [{ version: 1, approvedBy: 'verifier-1', weightsBasis: 'assumed-equal' }],
    });
  });

  it('keeps every version, oldest first, with its areas and without their indicators', () => {
    const versions = documentOf([drafted!, published!, ...second])?.published;
    expect(versions?.map(({ version }) => version)).toEqual([1, 2]);
    expect(versions?.[1]?.areas[0]).toEqual({
      id: 'planning',
      name: 'planning',
      weight: '1',
      appliesTo: ['regency', 'city'],
      indicators: null,
    });
  });
});
