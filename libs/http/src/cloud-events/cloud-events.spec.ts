import { Problem } from '../problem';
import { binaryEventFrom, decodedHeader, isBinaryEvent } from './binary-event';
import { cloudEventFrom } from './cloud-event';

const event = { specversion: '1.0', id: 'A234-1234-1234', source: '/mycontext', type: 'com.x' };

const fieldOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.field ?? 'none';
    throw error;
  }
  return 'accepted';
};

describe('a structured event', () => {
  it('is read with its extensions and without what is null, as the specification shows', () => {
    const given = {
      ...event,
      time: '2018-04-05T17:31:00Z',
      comexampleextension1: 'value',
      comexampleothervalue: 5,
      unset: null,
      datacontenttype: 'application/json',
      data: { appinfoA: 'abc', appinfoB: 123, appinfoC: true },
    };
    const { unset: _, ...kept } = given;
    expect(cloudEventFrom(given)).toEqual(kept);
    expect(cloudEventFrom({ ...event, data: null })).toEqual({ ...event, data: null });
  });

  it.each<[string, object]>([
    ['id', { ...event, id: '' }],
    ['id', { ...event, id: 7 }],
    ['source', { ...event, source: null }],
    ['source', { ...event, source: 'not a uri' }],
    ['type', { ...event, type: undefined }],
    ['specversion', { ...event, specversion: '0.3' }],
    ['time', { ...event, time: 'yesterday' }],
    ['time', { ...event, time: '2018-13-05T17:31:00Z' }],
    ['dataschema', { ...event, dataschema: '/relative' }],
    ['Upper', { ...event, Upper: 'x' }],
    ['with-dash', { ...event, 'with-dash': 'x' }],
    ['nested', { ...event, nested: {} }],
    ['fraction', { ...event, fraction: 1.5 }],
    ['subject', { ...event, subject: 'a\u0000b' }],
    ['data_base64', { ...event, data: 1, data_base64: 'AA==' }],
    ['none', []],
  ])('is refused for its %s', (field, wrong) => {
    expect(fieldOf(() => cloudEventFrom(wrong))).toBe(field);
  });
});

describe('a binary event', () => {
  const headers = {
    'ce-specversion': '1.0',
    'ce-type': 'com.example.someevent',
    'ce-time': '2018-04-05T03:56:24Z',
    'ce-id': '1234-1234-1234',
    'ce-source': '/mycontext/subcontext',
    'content-type': 'application/json; charset=utf-8',
    host: 'example.org',
  };

  it('has its attributes in headers and its data in the body', () => {
    expect(isBinaryEvent(headers)).toBe(true);
    expect(binaryEventFrom(headers, { a: 1 })).toEqual({
      ...{ specversion: '1.0', type: 'com.example.someevent', time: '2018-04-05T03:56:24Z' },
      ...{ id: '1234-1234-1234', source: '/mycontext/subcontext' },
      datacontenttype: 'application/json; charset=utf-8',
      data: { a: 1 },
    });
    expect(isBinaryEvent({ host: 'x' })).toBe(false);
  });

  it.each([
    ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro \u20ac \u{1F600}'],
    ['"quoted \\"value\\" %41"', 'quoted "value" A'],
    ['100%', '100%'],
    ['%zz', '%zz'],
    ['plain', 'plain'],
  ])('decodes %s', (sent, meant) => {
    expect(decodedHeader('subject', sent)).toBe(meant);
  });

  it('is refused when a header is not what it should be', () => {
    expect(fieldOf(() => decodedHeader('subject', '%ff'))).toBe('subject');
    expect(fieldOf(() => decodedHeader('subject', '\u00e9'))).toBe('subject');
    expect(fieldOf(() => binaryEventFrom({ ...headers, 'ce-id': undefined }, 1))).toBe('id');
    expect(fieldOf(() => binaryEventFrom({ ...headers, 'ce-data': 'x' }, 1))).toBe('data');
  });
});
