import fc from 'fast-check';

import { checkpointCommands, milestoneCommands } from '../testing/commands/plan';
import { historiesOf } from '../testing/histories';
import { trafficLightPolicy } from '../testing/plans';
import { plan, type PlanEvent, trafficLight } from '.';

const histories = historiesOf(plan, milestoneCommands);
const checkpointHistories = historiesOf(plan, checkpointCommands);

describe('any history of commands on a plan', () => {
  it('never has a milestone verified by its last reporter', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const reporter = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'MilestoneReported') {
            reporter.set(event.data.milestone, event.data.reportedBy);
          }
          return (
            event.type !== 'MilestoneVerified' ||
            (reporter.has(event.data.milestone) &&
              reporter.get(event.data.milestone) !== event.data.verifiedBy)
          );
        });
      }),
    );
  });

  it('never removes a milestone that was verified', () => {
    fc.assert(
      fc.property(histories, ({ state, events }) => {
        const verified = events.filter((event) => event.type === 'MilestoneVerified');
        if (state.status === 'unadopted') return verified.length === 0;
        const kept = state.items[0]!.milestones;
        return verified.every(({ data }) =>
          kept.some(({ id, progress }) => id === data.milestone && progress.status === 'verified'),
        );
      }),
    );
  });
});

describe('any history of commands at the checkpoints of a plan', () => {
  const isAt = (event: PlanEvent, id: string): boolean =>
    'checkpoint' in event.data && event.data.checkpoint === id;

  it('leaves a closed checkpoint as it was closed', () => {
    fc.assert(
      fc.property(checkpointHistories, ({ state, events }) => {
        if (state.status === 'unadopted') return false;
        return events.every((event, place) => {
          if (event.type !== 'CheckpointClosed') return true;
          const { checkpoint: id, results } = event.data;
          const target = state.items[0]?.targets.find((one) => one.checkpoint === id);
          const verified = target?.progress.status === 'verified' ? target.progress.verified : null;
          return (
            !events.slice(place + 1).some((later) => isAt(later, id)) &&
            results[0]?.verified === verified
          );
        });
      }),
    );
  });

  it('closes every checkpoint with the colour of what was verified, by a version it names', () => {
    const { version, content } = trafficLightPolicy;
    fc.assert(
      fc.property(checkpointHistories, ({ steps }) => {
        for (const { before, command, decision } of steps) {
          if (command.type !== 'CloseCheckpoint' || decision.kind === 'refused') continue;
          const [closed] = decision.events;
          if (closed?.type !== 'CheckpointClosed' || before.status === 'unadopted') continue;
          const { target = null } =
            before.items[0]?.targets.find((one) => one.checkpoint === command.checkpoint) ?? {};
          const [{ verified, light } = {}] = closed.data.results;
          expect(closed.data.policyVersion).toBe(version);
          expect(light).toBe(trafficLight(content, target, verified ?? null));
        }
      }),
    );
  });

  it('never has progress verified by its last reporter, nor beyond everything', () => {
    fc.assert(
      fc.property(checkpointHistories, ({ events }) => {
        const reporter = new Map<string, string>();
        return events.every((event) => {
          if (event.type === 'ProgressReported') {
            reporter.set(event.data.checkpoint, event.data.reportedBy);
          }
          return (
            event.type !== 'ProgressVerified' ||
            (reporter.has(event.data.checkpoint) &&
              reporter.get(event.data.checkpoint) !== event.data.verifiedBy &&
              Number(event.data.verified) <= 100)
          );
        });
      }),
    );
  });
});
