import { declaredLists as lists, type DeclaredList, isIndexed } from '../testing/declared-lists';
import { describedRoutes, type DescribedRoute } from '../testing/described-routes';
import { missingIndexes } from '../testing/list-indexes';

/** Where a list is served, where that is not its path. */
const servedAt: Readonly<Record<string, readonly string[]>> = {
  '/v1/feeds/events': ['/v1/feeds/{feed}/quarantine', '/v1/feeds/{feed}/facts'],
};
const routesOf = ({ path }: DeclaredList): readonly string[] => servedAt[path] ?? [path];

/** What a list can be asked besides its filters: a moment, or where to begin. */
const besideFilters: Readonly<Record<string, readonly string[]>> = {
  '/v1/audit/trail': ['order'],
  '/v1/changes': ['since'],
  '/v1/deadlines': ['withinDays'],
  '/v1/plans': ['on'],
  '/v1/predicates': ['validAt'],
  '/v1/regions': ['validAt', 'knownAt'],
  '/v1/units': ['asOf'],
};

/** Routes with rows that are one answer, not a list: why nobody pages through them. */
const answers: Readonly<Record<string, string>> = {
  '/v1/rankings': 'ranks are only true of all units together',
  '/v1/complaints/board': 'a row for each government',
  '/v1/declarations/compliance': 'a row for each government and field',
  '/v1/information-requests/board': 'a row for each government',
  '/v1/indices/{kind}': 'the years of each subject beside their scale',
  '/v1/plans/{id}/traffic-light': 'the items of one plan',
  '/v1/plans/{id}/workload': 'the offices of one plan',
  '/v1/rollouts/map': 'the systems of a province by module',
  '/v1/scorecards/heatmap': 'the regions of a province by area',
  '/v1/scores/comparison': 'at most 20 regions by area',
  '/v1/scores/series': 'the years of one region',
  '/v1/zones/{id}/scorecards': 'the three sets of answers of one cycle',
  '/v1/zones/funnel': 'the units of a region by stage',
  '/v1/audit/streams/{stream}': 'one stream of the log, which its revisions page',
};

/** Routes of one thing each that no name in the path says, and none has rows. */
const things: readonly string[] = [
  '/v1/audit/streams/{stream}/state',
  '/v1/calendar/due',
  '/v1/frameworks/{instrument}/{year}/draft',
  '/v1/policies/{kind}/draft',
  '/v1/regions/{code}/page',
  '/v1/scorecards/{region}/{instrument}/{year}/tree',
  '/v1/scorecards/{region}/{instrument}/{year}/backlog',
];

let routes: readonly DescribedRoute[];
beforeAll(async () => {
  routes = await describedRoutes();
});

it('every list there is has an index for each of its filters in each of its orders', () => {
  const indexed = lists.filter(isIndexed);
  expect(indexed.length).toBeGreaterThan(25);
  expect(indexed.flatMap(missingIndexes)).toEqual([]);
});

/** Of one event each, not of a region's things. */
const ofEvents: readonly string[] = ['/v1/audit/trail', '/v1/changes'];

it('every list that is narrowed to a region is narrowed to a province too', () => {
  const narrowed = lists.map((list) => ({
    path: list.path,
    filters: isIndexed(list) ? Object.keys(list.filters) : list.narrowedBy,
  }));
  const withoutProvince = narrowed.filter(
    ({ filters }) => filters.includes('region') && !filters.includes('province'),
  );
  expect(withoutProvince.map(({ path }) => path).sort()).toEqual(ofEvents);
});

it('every list is served with its filters, its orders, pages and forms', () => {
  for (const list of lists) {
    const filters = isIndexed(list) ? Object.keys(list.filters) : list.narrowedBy;
    const orders = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
    for (const path of routesOf(list)) {
      const route = routes.find((one) => one.path === path);
      const beside = besideFilters[path] ?? [];
      const known = [...filters, ...beside, 'cursor', 'format', 'limit', 'sort'].sort();
      expect([path, route?.query.map(({ name }) => name).sort()]).toEqual([path, known]);
      const sort = route?.query.find(({ name }) => name === 'sort')?.values ?? [];
      expect([path, sort]).toEqual([path, orders]);
      expect([path, route?.forms]).toEqual([
        path,
        ['application/json', 'text/csv', 'application/x-ndjson'],
      ]);
    }
  }
});

it('every route is of a list, of one thing, or of an answer that has its reason', () => {
  const listed = lists.flatMap(routesOf);
  const isOfOneThing = ({ path, forms }: DescribedRoute): boolean =>
    forms.length < 2 && (path.endsWith('}') || things.includes(path));
  const others = routes.filter((route) => !listed.includes(route.path) && !isOfOneThing(route));
  expect(others.map(({ path }) => path).sort()).toEqual(Object.keys(answers).sort());
  expect(others.filter(({ forms }) => forms.length !== 3)).toEqual([]);
});
