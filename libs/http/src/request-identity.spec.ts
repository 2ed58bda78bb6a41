import { createRouteTable } from './allowed-methods';
import { correlationIdOf, pathOf, traceparentOf } from './request-identity';

const trace = '0af7651916cd43dd8448eb211c80319c';
const span = 'b7ad6b7169203331';

describe('what a request is found by', () => {
  it('keeps a usable correlation id of the caller', () => {
    expect(correlationIdOf({ 'x-correlation-id': 'audit.2026-0001' })).toBe('audit.2026-0001');
    expect(correlationIdOf({})).not.toBe(correlationIdOf({}));
  });

  it('keeps a trace context in W3C form and no other', () => {
    const good = `00-${trace}-${span}-01`;
    expect(traceparentOf({ traceparent: good })).toBe(good);
    for (const bad of [
      `ff-${trace}-${span}-01`,
      `00-${'0'.repeat(32)}-${span}-01`,
      `00-${trace}-${'0'.repeat(16)}-01`,
      `00-${trace.toUpperCase()}-${span}-01`,
      `00-${trace}-${span}`,
      `${good}, ${good}`,
    ]) {
      expect(traceparentOf({ traceparent: bad })).toBeUndefined();
    }
  });

  it('leaves the query out of the path', () => {
    expect(pathOf({ url: '/pacts?nik=1?2' })).toBe('/pacts');
  });
});

describe('the methods of a path', () => {
  const routes = createRouteTable();
  routes.add('POST', '/pacts');
  routes.add(['GET', 'HEAD'], '/pacts/:id');
  routes.add('PUT', '/pacts/latest');
  routes.add('GET', '/*');

  it.each([
    ['/pacts', ['POST']],
    ['/pacts/7', ['GET', 'HEAD']],
    ['/pacts/latest', ['GET', 'HEAD', 'PUT']],
    ['/pacts/', []],
    ['/pacts/7/8', []],
    ['/elsewhere', []],
  ])('of %s are %j', (path, methods) => {
    expect(routes.methodsAt(path)).toEqual(methods);
  });
});
