/** Names and values below each other, for a person; those without a value are left out. */
export function alignedLines(lines: readonly (readonly [string, string | null])[]): string {
  const said = lines.filter((line): line is [string, string] => line[1] !== null);
  const width = Math.max(...said.map(([name]) => name.length));
  return said.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}
