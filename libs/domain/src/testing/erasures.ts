import type { DecideErasure, ErasureRules, RequestErasure, ShredSubjectKey } from '../erasure';
import { by, id } from './complaints';
import { inForce } from './policies';

export const erasureRules: ErasureRules = {
  execution: { count: 3, unit: 'days' },
  exemptions: [
    { letter: 'a', text: 'kepentingan pertahanan dan keamanan nasional' },
    { letter: 'b', text: 'kepentingan proses penegakan hukum' },
  ],
};

const at = '2026-06-01T03:00:00.000Z';
const subject = id;
const rules = inForce('erasure-rules', erasureRules, 2);

/** Received on Friday 27 February 2026: to be executed by Monday 2 March. */
export const requestErasure = (change: Partial<RequestErasure> = {}): RequestErasure => ({
  type: 'RequestErasure',
  ...{ subject, region: '36.73', heldBy: ['36.73'], channel: 'electronic', rules },
  ...{ receivedOn: '2026-02-27', actor: by('desk'), at },
  ...change,
});

export const decideErasure = (change: Partial<DecideErasure> = {}): DecideErasure => ({
  type: 'DecideErasure',
  ...{ subject, decidedOn: '2026-03-01', outcome: 'granted', exemption: null, law: null, rules },
  ...{ actor: by('ani'), at },
  ...change,
});

export const refuseErasure = (change: Partial<DecideErasure> = {}): DecideErasure =>
  decideErasure({ outcome: 'refused', exemption: 'b', law: 'UU 31/1999 art. 21', ...change });

export const shredSubjectKey = (change: Partial<ShredSubjectKey> = {}): ShredSubjectKey => ({
  type: 'ShredSubjectKey',
  ...{ subject, actor: by('budi'), at },
  ...change,
});
