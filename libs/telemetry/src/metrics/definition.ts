interface Described {
  /** By the Prometheus conventions: the unit last, and `_total` behind it on a counter. */
  readonly name: string;
  /** One sentence without a full stop; says the unit where the name does not. */
  readonly help: string;
  /** Every label has few values, known beforehand: a series lives for ever in whoever collects it. */
  readonly labels: readonly string[];
}

/** A number that somebody else keeps and that is read whenever it is asked for. */
export interface ReadMetric extends Described {
  /** A counter only grows, and begins again at 0 when the process does. */
  readonly type: 'counter' | 'gauge';
}

/** Many measurements, counted by how large they were. */
export interface Distribution extends Described {
  readonly type: 'histogram';
  /** Upper bounds, rising, in the unit of the name; everything above the last is counted too. */
  readonly buckets: readonly number[];
}

export type MetricDefinition = ReadMetric | Distribution;

/** The labels of one series; numbers are written in decimal. */
export type Labels = Readonly<Record<string, string | number>>;

export interface Sample {
  readonly labels?: Labels;
  /** Null when nobody knows: the series is then absent, since any number would be a lie. */
  readonly value: number | null;
}
