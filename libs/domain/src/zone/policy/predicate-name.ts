/**
 * The two predicates a work unit (unit kerja) or an integrated area (kawasan) can hold, never a whole
 * government. WBK: Wilayah Bebas dari Korupsi, "good" bureaucratic reform. WBBM: Wilayah Birokrasi
 * Bersih dan Melayani, "very good". Source: PermenPAN-RB 90/2021, definitions.
 */
export type Predicate = 'WBK' | 'WBBM';

export const predicates = ['WBK', 'WBBM'] as const satisfies readonly Predicate[];
