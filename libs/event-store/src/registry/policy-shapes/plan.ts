import type { CheckpointMonth, PlanCheckpoints, PlanTrafficLight } from '@jejak/domain/plan';

import { decimalText } from '../common-shapes';
import { record } from '../record';
import { integer, list, text } from '../shape';

type CheckpointSet = PlanCheckpoints['sets'][number];

export const planCheckpoints = record<PlanCheckpoints>({
  sets: list(
    record<CheckpointSet>({
      id: text,
      checkpoints: list(record<CheckpointMonth>({ id: text, month: integer })),
    }),
  ),
});

export const planTrafficLight = record<PlanTrafficLight>({
  greenFrom: decimalText,
  yellowFrom: decimalText,
});
