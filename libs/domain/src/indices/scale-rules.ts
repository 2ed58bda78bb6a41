import type { Refusal } from '../decider';
import { invalidContent, repeated } from '../policy/invalid-content';
import { firstRefusal } from '../rules/refusal';
import { compareDecimals, isDecimalText } from '../values/decimal';
import { identifierForms, isSlug } from '../values/identifier';
import { isBlank } from '../values/name';
import type { IndexBand, IndexScale, IndexScales } from './scales';

const decimalsMustBeCanonical = (path: string, ...texts: readonly string[]): Refusal | null =>
  firstRefusal(texts, (text) =>
    isDecimalText(text)
      ? null
      : invalidContent(
          path,
          `"${text.slice(0, 40)}" is not a decimal in its one spelling`,
          'Write a plain decimal without needless zeros, such as 3.5.',
        ),
  );

function bandsMustAscend(
  { minimum, maximum }: IndexScale,
  bands: readonly IndexBand[],
  at: string,
) {
  if (bands.length === 0) {
    return invalidContent(at, 'bands are listed, and none is', 'Name the bands, or give null.');
  }
  const twice = repeated(bands.map(({ id }) => id));
  if (twice) {
    return invalidContent(
      `${at}[${twice.index}].id`,
      `there are two bands ${twice.value}`,
      'Give each band an identifier of its own.',
    );
  }
  return firstRefusal(bands, ({ id, name, from }, index) => {
    const path = `${at}[${index}]`;
    if (!isSlug(id) || isBlank(name)) {
      return invalidContent(path, 'a band lacks an identifier or a name', 'Name it, such as red.');
    }
    const before = bands[index - 1]?.from;
    const follows =
      before === undefined
        ? compareDecimals(from, minimum) === 0
        : compareDecimals(from, before) > 0 && compareDecimals(from, maximum) <= 0;
    return follows
      ? null
      : invalidContent(
          `${path}.from`,
          `band ${id} begins at ${from}`,
          `Let the first band begin at ${minimum} and each other one above the one before, to ${maximum}.`,
        );
  });
}

/** Every value of every index has at most one band, and where there are bands exactly one. */
export function indexScalesMustBeSound({ scales }: IndexScales): Refusal | null {
  const twice = repeated(scales.map(({ kind }) => kind));
  if (twice) {
    return invalidContent(
      `scales[${twice.index}].kind`,
      `the index ${twice.value} has two scales`,
      'Give each index one scale.',
    );
  }
  return firstRefusal(scales, (scale, index) => {
    const { kind, name, minimum, maximum, bands } = scale;
    const path = `scales[${index}]`;
    if (!identifierForms.instrument.test(kind) || isBlank(name)) {
      return invalidContent(
        `${path}.kind`,
        `"${kind.slice(0, 40)}" is not the short name of an index, or it has no name`,
        'Use 2 to 16 capital letters, digits and dashes, such as SPI, and say what it is.',
      );
    }
    const edges = (bands ?? []).map(({ from }) => from);
    return (
      decimalsMustBeCanonical(path, minimum, maximum, ...edges) ??
      (compareDecimals(minimum, maximum) < 0
        ? null
        : invalidContent(
            `${path}.maximum`,
            `the scale runs from ${minimum} to ${maximum}`,
            'Give a minimum below the maximum.',
          )) ??
      (bands === null ? null : bandsMustAscend(scale, bands, `${path}.bands`))
    );
  });
}
