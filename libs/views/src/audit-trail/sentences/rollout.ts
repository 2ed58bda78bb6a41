import type {
  RolloutAdopted,
  RolloutDelegated,
  RolloutKey,
  RolloutModulesAdded,
  RolloutPlanned,
  RolloutRetired,
  RolloutStartRecorded,
  RolloutWentLive,
} from '@jejak/domain/rollout/events';

const of = ({ system, region }: RolloutKey): string => `${system} of ${region}`;

const since = (date: string | null): string => (date === null ? '' : ` since ${date}`);

export const rolloutSentences = {
  RolloutPlanned: (data: RolloutPlanned['data']) =>
    `${data.name} (${of(data)}) was planned with ${data.modules.join(', ')}`,
  RolloutModulesAdded: (data: RolloutModulesAdded['data']) =>
    `${of(data)} got the modules ${data.modules.join(', ')}`,
  RolloutDelegated: (data: RolloutDelegated['data']) =>
    `${of(data)} was delegated to ${data.office}`,
  RolloutAdopted: (data: RolloutAdopted['data']) =>
    `${of(data)} was adopted from ${data.from.name} of ${data.from.region}`,
  RolloutStartRecorded: (data: RolloutStartRecorded['data']) =>
    `${of(data)} was ${data.kind} in ${data.on}, says ${data.source.id}`,
  RolloutWentLive: (data: RolloutWentLive['data']) =>
    `${data.module ?? 'All'} of ${of(data)} is live at the ${data.level} level${since(data.since)}, says ${data.source.id}`,
  RolloutRetired: (data: RolloutRetired['data']) =>
    `${data.module === null ? of(data) : `${data.module} of ${of(data)}`} was retired: ${data.reason}`,
};
