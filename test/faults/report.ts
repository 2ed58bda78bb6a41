import type { Cuts } from './bulk-watch';
import type { Campaign, Failure } from './campaign';
import type { Drawing } from './plan/round-plan';
import type { Step } from './plan/step';

/** Bulks up to this size are told of one by one. */
const shownSizes = 6;

function cutLines(cuts: Cuts): string[] {
  return Array.from({ length: shownSizes }, (_, index) => index + 1).map((size) => {
    const counts = Array.from({ length: size + 1 }, (_, k) => cuts.get(size)?.get(k) ?? 0);
    const missing = counts.flatMap((count, k) => (count === 0 ? [k] : []));
    const told = counts.map((count, k) => `${k}: ${count}`).join(', ');
    return `  of ${size}: ${told}${missing.length > 0 ? ` (never: ${missing.join(', ')})` : ''}`;
  });
}

export function reportOf({
  rounds,
  milliseconds,
  failures,
  kinds,
  twists,
  steps,
  cuts,
}: Campaign): string {
  const byCount = [...steps].sort(([, one], [, other]) => other - one);
  return [
    `${rounds} rounds in ${(milliseconds / 1_000).toFixed(1)} s, ${failures.length} failed`,
    '',
    ...[...kinds].map(
      ([kind, { rounds: count, milliseconds: took }]) =>
        `  ${kind}: ${count} rounds, ${Math.round(took / count)} ms each`,
    ),
    '',
    'Rounds with',
    ...[...twists].map(([name, count]) => `  ${name}: ${count}`),
    '',
    'Steps:',
    ...byCount.map(([name, count]) => `  ${name}: ${count}`),
    '',
    'Bulk writes of the views and checkpoints that were cut off after k operations, by size:',
    ...cutLines(cuts),
    '',
  ].join('\n');
}

interface ToldFact {
  readonly pact: string;
  readonly successor?: string | null;
  readonly signatory?: { readonly name: string | null };
}

function toldStep(step: Step): string {
  if (step.kind !== 'append') return JSON.stringify(step);
  const { stream, events } = step.go;
  const told = events.map(({ event }) => {
    if (event.type === 'ParkedEventSkipped') {
      return `${event.type} ${event.data.key} ${event.data.event.stream}@${event.data.event.revision}`;
    }
    const { pact, successor, signatory } = event.data as ToldFact;
    const parts = [event.type, pact, signatory?.name, successor].filter(
      (part) => typeof part === 'string',
    );
    return parts.join(' ');
  });
  return `append to ${stream}: ${told.join(', ')}`;
}

/** What happened, what it was told to do, and how to do it again. */
export function failureText({ plan, wrong }: Failure, orders: Drawing): string {
  const kinds = orders.kinds.map((kind) => ` --kind ${kind}`).join('');
  const poison = orders.withPoison ? ' --poison' : '';
  const which = /^\d+$/.test(plan.name) ? `--from ${plan.name} --rounds 1` : '--rounds 0';
  return [
    `Round ${plan.name} (${plan.kind}) failed:`,
    ...wrong.map((difference) => `  ${difference}`),
    `Settings: ${JSON.stringify(plan.settings)}, writers ${plan.areNamed ? 'named' : 'new'}`,
    `Twists: ${JSON.stringify({ fragile: plan.fragile, upgraded: plan.isUpgraded, endings: plan.endings })}`,
    'Steps:',
    ...plan.steps.map((step, index) => `  ${index}. ${toldStep(step)}`),
    `Again: npm run faults -- --seed ${orders.seed} ${which}${kinds}${poison}`,
    '',
  ].join('\n');
}
