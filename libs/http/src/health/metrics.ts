import { type MetricsPage } from '@jejak/telemetry';

/** Reads every metric afresh. */
export type ReadMetrics = () => Promise<MetricsPage>;

/** Injection token of a `ReadMetrics`. */
export const METRICS = Symbol('metrics');
