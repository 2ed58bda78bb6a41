import licence from '../../apps/cli/data/feeds/licence-issued.json';
import { complaintBodies } from './support/bodies/complaint';
import { declarationBodies } from './support/bodies/declaration';
import { erasureBodies } from './support/bodies/erasure';
import { informationBodies } from './support/bodies/information';
import { publishFramework2018 } from './support/evidence-framework';
import { startWithFacts } from './support/facts';
import { commandsOf, get } from './support/http';
import { type Service, cleanUp } from './support/service';
import { wellFormedBodies } from './support/well-formed-bodies';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly example?: unknown; readonly enum?: readonly string[] };
}

interface Operation {
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
}

type Route = readonly [path: string, operation: Operation];

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Command }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

interface Schema {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

interface Property {
  readonly $ref?: string;
  readonly allOf?: readonly { readonly $ref?: string }[];
  readonly items?: { readonly $ref?: string };
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}

interface Command {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  };
}

let service: Service;
let document: Described;
let routes: readonly Route[];

beforeAll(async () => {
  ({ service } = await startWithFacts());
  const position = await recordBeyondTheFacts();
  await get(service, '/v1/audit/trail?limit=1', { 'jejak-after': position });
  document = (await get<Described>(service, '/openapi.json')).body;
  routes = Object.entries(document.paths).flatMap(([path, { get: operation }]): Route[] =>
    path.startsWith('/v1/') && operation && isPublic(operation) ? [[path, operation]] : [],
  );
});
afterAll(cleanUp);

/** What examples name and the published facts do not: address of the command, and its body. */
const beyondTheFacts: Readonly<Record<string, object>> = {
  '/v1/units/36.04/bapenda/register': {
    kind: 'office',
    name: 'Badan Pendapatan Daerah',
    source: { id: 'L1', citation: 'serangkab.go.id' },
  },
  '/v1/declarations/0b9f6c1e-7d52-4c55-9f2a-3c7f5a1e9d04/kepala-dinas-kesehatan/register-obligor':
    Object.values(declarationBodies)[0] ?? {},
  '/v1/information-requests/serang-2025-001/request': Object.values(informationBodies)[0] ?? {},
  ...Object.fromEntries(
    Object.entries(complaintBodies).filter(([path]) => /\/(seal|file)$/.test(path)),
  ),
  ...Object.fromEntries(
    Object.entries(erasureBodies).filter(([path]) => path.endsWith('/request')),
  ),
  '/v1/feeds/licensing/register': licence.source,
  '/v1/scorecards/36.01/MCP/2018/open': {},
  '/v1/scorecards/36.01/MCP/2018/submit-evidence': {
    ...{ subIndicator: 'assets.1.1', document: 'inventory', title: 'Inventory' },
    ...{ sha256: 'a1'.repeat(32), size: 1024 },
  },
};

/** The described route that an address is of; parts that it names go before those it leaves open. */
function commandAt(address: string): Described['paths'][string] | undefined {
  const parts = address.split('/');
  const fits = (path: string): boolean => {
    const names = path.split('/');
    return (
      names.length === parts.length &&
      names.every((name, place) => name.startsWith('{') || name === parts[place])
    );
  };
  const open = (path: string): number => path.split('{').length;
  const [path] = Object.keys(document.paths)
    .filter((one) => document.paths[one]?.post !== undefined && fits(one))
    .sort((a, b) => open(a) - open(b));
  return path === undefined ? undefined : document.paths[path];
}

const nameOf = (reference = ''): string => reference.slice(reference.lastIndexOf('/') + 1);

/** What must be given, of a described body and of the objects in it, and has no example. */
function fieldsWithoutExample(reference: string): readonly string[] {
  const name = nameOf(reference);
  const { properties = {}, required = [] } = document.components.schemas[name] ?? {};
  return Object.entries(properties).flatMap(([field, property]) => {
    const inner = property.$ref ?? property.allOf?.[0]?.$ref ?? property.items?.$ref;
    if (inner !== undefined) return fieldsWithoutExample(inner);
    const isPlain = ['string', 'number', 'integer', 'boolean'].includes(property.type ?? '');
    const isOpen = isPlain && property.enum === undefined && property.example === undefined;
    return isOpen && required.includes(field) ? [`${name}.${field}`] : [];
  });
}

type Asked = readonly (readonly [name: string, value: string])[];

/** What one parameter needs beside it (`*`: every question needs it), as its description says. */
const askedBeside: Readonly<Record<string, Readonly<Record<string, Asked>>>> = {
  '/v1/rankings': { '*': [['province', '36']], level: [['basis', 'computed']] },
};

async function recordBeyondTheFacts(): Promise<string> {
  const send = commandsOf(service, { as: 'operator' });
  const verifier = commandsOf(service, { as: 'verifier' });
  expect(await publishFramework2018(send, verifier)).toEqual([201, 201]);
  let position = '0/0';
  for (const [path, command] of Object.entries(beyondTheFacts)) {
    const { status, body } = await send(path, command);
    expect([path, status, body]).toEqual([path, 201, expect.anything()]);
    position = body.position;
  }
  return position;
}

/** Some questions need a token; those say so. */
const isPublic = ({ tags = [], security = [] }: Operation): boolean =>
  !tags.includes('Operations') && security.length === 0;

const exampleOf = ({ example, schema }: Parameter): string | undefined => {
  const given = example ?? schema?.example;
  return typeof given === 'string' ? given : undefined;
};

const inQuery = ({ parameters = [] }: Operation): readonly Parameter[] =>
  parameters.filter((parameter) => parameter.in === 'query');

/** The address its own examples make: the parts of the path, what must be asked, and these. */
function addressOf([path, operation]: Route, also: Asked = []) {
  const filled = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, one) =>
        text.replace(`{${one.name}}`, encodeURIComponent(exampleOf(one) ?? 'no-example')),
      path,
    );
  const needed = inQuery(operation)
    .filter(({ required }) => required)
    .map((one) => [one.name, exampleOf(one) ?? 'no-example'] as const);
  const query = new URLSearchParams(
    Object.fromEntries([...needed, ...(askedBeside[path]?.['*'] ?? []), ...also]),
  );
  return query.size === 0 ? filled : `${filled}?${query.toString()}`;
}

/** Every address with what it was not answered with 200 for; none is as it should be. */
async function failures(addresses: readonly string[]): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const address of addresses) {
    const { status, text } = await get(service, address);
    if (status !== 200) failed.push(`${address}: ${status} ${text.slice(0, 200)}`);
  }
  return failed;
}

describe('the examples of the OpenAPI document', () => {
  it('are addresses that answer, with the published facts recorded', async () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(await failures(routes.map((route) => addressOf(route)))).toEqual([]);
  });

  it('answer with every optional parameter too, at its example or each value it can have', async () => {
    const addresses = routes.flatMap((route) =>
      inQuery(route[1])
        .filter(({ required }) => required !== true)
        .flatMap((parameter) => {
          const values = parameter.schema?.enum?.slice(0, 6) ?? [exampleOf(parameter) ?? []].flat();
          const beside = askedBeside[route[0]]?.[parameter.name] ?? [];
          return values.map((value) => addressOf(route, [...beside, [parameter.name, value]]));
        }),
    );
    expect(await failures(addresses)).toEqual([]);
  });

  it('find something in every list that has anything, at the example of each filter', async () => {
    const found = async (address: string) => {
      const { body } = await get<{ items?: readonly object[] }>(service, address);
      return body.items?.length;
    };
    const empty: string[] = [];
    for (const route of routes) {
      if (!(await found(addressOf(route)))) continue;
      for (const parameter of inQuery(route[1])) {
        const value = exampleOf(parameter);
        if (value === undefined || parameter.name === 'withinDays') continue;
        const address = addressOf(route, [[parameter.name, value]]);
        if ((await found(address)) === 0) empty.push(address);
      }
    }
    expect(empty).toEqual([]);
  });

  it('are of the fields that a command takes, not of another command of that name', () => {
    const described = Object.entries(wellFormedBodies).map(([path, body]) => {
      const { post } = commandAt(path) ?? {};
      const reference = post?.requestBody?.content['application/json']?.schema.$ref ?? '';
      const fields = Object.keys(document.components.schemas[nameOf(reference)]?.properties ?? {});
      return [path, Object.keys(body).filter((field) => !fields.includes(field))] as const;
    });
    expect(described.filter(([, unknown]) => unknown.length > 0)).toEqual([]);
  });

  it('are there for every text, number and day that a command must have', () => {
    const bodies = Object.keys(wellFormedBodies).flatMap((path) => {
      const { post } = commandAt(path) ?? {};
      return post?.requestBody?.content['application/json']?.schema.$ref ?? [];
    });
    const parts = [...new Set(bodies)].map((reference) => fieldsWithoutExample(reference));
    expect(parts.flat()).toEqual([]);
  });

  it('have a limit, a cursor and a format on every list, and say which forms there are', () => {
    const lists = routes.filter(([, operation]) =>
      inQuery(operation).some(({ name }) => name === 'cursor'),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const [path, operation] of lists) {
      const names = inQuery(operation).map(({ name }) => name);
      expect([path, names]).toEqual([path, expect.arrayContaining(['limit', 'cursor', 'format'])]);
      const content = Object.keys(operation.responses?.['200']?.content ?? {});
      expect([path, content]).toEqual([
        path,
        ['application/json', 'text/csv', 'application/x-ndjson'],
      ]);
    }
  });
});
