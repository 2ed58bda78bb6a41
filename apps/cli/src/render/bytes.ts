const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** An amount of bytes for a person: `512 B`, `1.5 MiB`. */
export function bytesText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1_024 ** step;
  return `${step === 0 ? bytes : amount.toFixed(1)} ${units[step] ?? 'B'}`;
}
