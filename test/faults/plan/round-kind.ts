/**
 * `single`: one projector. `two`: two at once. `killed`: a process that is killed. `paused`: a
 * process that is paused while another takes over.
 */
export const roundKinds = ['single', 'two', 'killed', 'paused'] as const;

export type RoundKind = (typeof roundKinds)[number];
