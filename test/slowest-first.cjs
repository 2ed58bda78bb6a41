const Sequencer = require('@jest/test-sequencer').default;

/** Seconds that a suite of this kind may take; what waits for processes and stores takes longest. */
const expected = [
  [/\/test\/e2e\//, 30],
  [/\/test\/contract\/(services|embedded-|projection)/, 15],
  [/\/test\/contract\//, 5],
];

const secondsOf = ({ path, duration }) =>
  duration === undefined
    ? (expected.find(([kind]) => kind.test(path))?.[1] ?? 1)
    : duration / 1_000;

/**
 * Jest begins with the suites that took longest the last time. A fresh checkout has no last time: it
 * would begin with the largest files and end with one processor waiting for the last processes.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const bySize = super.sort(tests);
    if (bySize.every(({ duration }) => duration !== undefined)) return bySize;
    return bySize.toSorted((one, other) => secondsOf(other) - secondsOf(one));
  }
};
