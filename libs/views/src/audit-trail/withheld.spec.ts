import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { shownToPublic } from './withheld';

interface Golden {
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const folder = join(__dirname, '../../../event-store/src/registry/golden');
const goldens = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden,
);
const newestOf = (type: string): Golden =>
  goldens.filter((one) => one.type === type).sort((a, b) => b.version - a.version)[0]!;

describe('what the public is shown of an event', () => {
  it.each([
    ['pactbreach-case-1', 'PactBreachReported', ['pact', 'position', 'reporter']],
    ['complaint-1', 'ComplaintFiled', ['reporter']],
    ['information-1', 'InformationRequested', ['requester']],
    ['gratification-1', 'GratificationReported', ['giver']],
    ['feedevent-licensing-1', 'FeedEventQuarantined', ['content']],
  ])('of %s, %s, is without %j', (stream, type, names) => {
    const { data } = newestOf(type);
    const { content, withheld } = shownToPublic(stream, data);
    expect(withheld).toEqual(names);
    const hidden = names.map((name) => data[name]);
    expect(hidden.every((value) => typeof value === 'string')).toBe(true);
    for (const value of hidden)
      expect(JSON.stringify(content)).not.toContain(JSON.stringify(value));
    const left = Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
    expect(content).toEqual(left);
  });

  it('is all of it where nothing has to be kept back', () => {
    const { data } = newestOf('PactSigned');
    expect(shownToPublic('pact-1', data)).toEqual({ content: data, withheld: [] });
  });

  it('covers what stands deeper in a state, and no state at all', () => {
    const report = { status: 'reported', data: { value: '1', giver: 'x' } };
    expect(shownToPublic('gratification-1', { reports: [report] })).toEqual({
      content: { reports: [{ status: 'reported', data: { value: '1' } }] },
      withheld: ['giver'],
    });
    expect(shownToPublic('gratification-1', null)).toEqual({ content: null, withheld: [] });
  });
});
