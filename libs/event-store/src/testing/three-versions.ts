import { firstVersion, nextVersion } from '../registry/event-schema';
import { type Registry, registryOf } from '../registry/registry';
import { record } from '../registry/record';
import { integer, nullable, text } from '../registry/shape';

interface First {
  readonly title: string;
}

interface Second {
  readonly name: string;
}

interface Third {
  readonly name: string;
  readonly region: string;
  readonly rank: number | null;
}

const first = firstVersion(record<First>({ title: text }));

const second = nextVersion(first, record<Second>({ name: text }), ({ title }) => ({
  name: `${title}, renamed`,
}));

const third = nextVersion(
  second,
  record<Third>({ name: text, region: text, rank: nullable(integer) }),
  ({ name }) => {
    if (name.startsWith('nowhere')) throw new Error(`no region for ${name}`);
    return { name, region: name.startsWith('wrong') ? (36 as never) : '36', rank: null };
  },
);

/**
 * A made-up type in its third version. The step to version 3 fails for names that begin with
 * `nowhere`, and is at fault for those that begin with `wrong`.
 */
export const threeVersions: Registry = registryOf({ Renamed: third });
