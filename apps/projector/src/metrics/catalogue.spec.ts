import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type MetricDefinition } from '@jejak/telemetry';

import { projectorMetrics } from './catalogue';

const readme = readFileSync(join(__dirname, '../../../../docker/README.md'), 'utf8');
const metrics: readonly MetricDefinition[] = Object.values(projectorMetrics);

const sectionOf = (title: string): string =>
  readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const cellsOf = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');

it('The table of metrics in docker/README.md says of every metric what the code says, and names no other', () => {
  const rows = sectionOf('Metrics')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  expect(rows.map(cellsOf)).toEqual(
    metrics.map(({ name, type, help, labels }) => [`\`${name}\``, type, help, listed(labels)]),
  );
});

describe('the names of the metrics', () => {
  it('end as Prometheus expects: counters in _total, durations in _seconds, no other in _total', () => {
    for (const { name, type } of metrics) {
      expect(name).toMatch(/^jejak_[a-z]+(_[a-z]+)+$/);
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
    }
  });

  it('are each used once', () => {
    expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
  });
});

describe('the alert rules in docker/README.md', () => {
  const [, rules = ''] = /```yaml\n(groups:\n[\s\S]*?)```/.exec(sectionOf('Alerts')) ?? [];
  const alerts = rules.split(/\n\s+- alert: /).slice(1);

  /** The series of a metric: a histogram has three kinds of its own. */
  const series = new Map<string, MetricDefinition>();
  for (const metric of metrics) {
    const parts = metric.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const part of parts) series.set(metric.name + part, metric);
  }

  it('are five, each with an expression, a patience and a sentence', () => {
    expect(alerts).toHaveLength(5);
    for (const alert of alerts) {
      expect(alert).toMatch(/\n\s+expr: \S/);
      expect(alert).toMatch(/\n\s+for: \d+[sm]\n/);
      expect(alert).toMatch(/\n\s+annotations:\n\s+summary: \S/);
    }
  });

  it('use only series there are', () => {
    const used = [...rules.matchAll(/\bjejak_\w+/g)].map(([name]) => name);
    expect(used.length).toBeGreaterThanOrEqual(4);
    expect(used.filter((name) => !series.has(name))).toEqual([]);
  });

  it('select and group by labels that those series have', () => {
    for (const [, name, selectors] of rules.matchAll(/\b(jejak_\w+)\{([^}]*)\}/g)) {
      const labels = [...selectors!.matchAll(/(\w+)=~?"/g)].map(([, label]) => label);
      expect(series.get(name!)?.labels).toEqual(expect.arrayContaining(labels));
    }
    for (const [, grouped, name] of rules.matchAll(/by \((\w+)\) \((?:\w+\()?(jejak_\w+)/g)) {
      expect(series.get(name!)?.labels).toContain(grouped);
    }
  });

  it('compare states with states there are', () => {
    const states = [...rules.matchAll(/state=~?"([^"]+)"/g)].flatMap(([, one]) => one!.split('|'));
    expect(states.sort()).toEqual(['catching-up', 'failed', 'live']);
  });
});
