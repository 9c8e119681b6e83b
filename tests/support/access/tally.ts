/** How often something was tried: a line of what was tried, beside whatever the runner prints. */
export function createTally(): { readonly add: (what: string, times?: number) => void; readonly print: () => void } {
  const counts = new Map<string, number>();
  return {
    add: (what, times = 1) => void counts.set(what, (counts.get(what) ?? 0) + times),
    print: () => {
      const said = [...counts].map(([what, times]) => `${what}: ${times}`).join(', ');
      process.stdout.write(`  tried: ${said}\n`);
    },
  };
}
