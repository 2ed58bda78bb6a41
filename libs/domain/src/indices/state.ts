import type { DecimalText } from '../values';
import type { IndexEvent } from './events';

export interface IndexPublication {
  readonly value: DecimalText;
  readonly source: string;
}

export interface IndexState {
  /** Publication n stands at place n - 1. */
  readonly publications: readonly IndexPublication[];
}

export const initialState = (): IndexState => ({ publications: [] });

export function evolve({ publications }: IndexState, { type, data }: IndexEvent): IndexState {
  switch (type) {
    case 'IndexRecorded':
      return { publications: [...publications, { value: data.value, source: data.source.id }] };
    case 'IndexCorrected':
      return {
        publications: publications.map((one, index) =>
          index === data.publication - 1 ? { ...one, value: data.to } : one,
        ),
      };
  }
}
