import { parseArgs } from 'node:util';
import { type Kept, type KeptBug, foundIn } from './kept.ts';
import type { Mutant } from './mutant.ts';

/** Planted bugs by their areas. */
export type Areas = Readonly<Record<string, readonly Mutant[]>>;

/** Whatever of a command line says how to go about it. */
export interface Asked {
  /** Goes on with what is not known of this commit. */
  readonly goesOn: boolean;
  /** Says what is known, and tries nothing. */
  readonly onlySays: boolean;
  readonly copies: number;
  readonly areas: Areas;
}

/** Reads a command line: areas, or parts of names, in the order in which they are to be tried. Throws for what is no option. */
export function askedOf(line: readonly string[], all: Areas): Asked {
  const { values, positionals } = parseArgs({
    args: [...line],
    allowPositionals: true,
    options: {
      continue: { type: 'boolean', default: false },
      figures: { type: 'boolean', default: false },
      copies: { type: 'string', default: '1' },
    },
  });
  const copies = Number(values.copies);
  if (!Number.isInteger(copies) || copies < 1) throw new Error('--copies takes a whole number, 1 or more');
  return { goesOn: values.continue, onlySays: values.figures, copies, areas: chosenOf(positionals, all) };
}

function chosenOf(names: readonly string[], all: Areas): Areas {
  if (names.length === 0) return all;
  const chosen = new Map<string, readonly Mutant[]>();
  for (const name of names) {
    const whole = all[name];
    if (whole) chosen.set(name, whole);
    else
      for (const [area, bugs] of Object.entries(all)) {
        const some = bugs.filter((bug) => bug.name.includes(name));
        if (some.length > 0) chosen.set(area, [...new Set([...(chosen.get(area) ?? []), ...some])]);
      }
  }
  return Object.fromEntries(chosen);
}

/** What is still to be tried in this state: a bug whose tests never came to an end is tried again. */
export function leftOf(areas: Areas, kept: Kept, commit: string): Areas {
  const found = foundIn(kept, commit);
  const isKnown = (area: string, { name }: Mutant): boolean => {
    const verdict = found.get(`${area}: ${name}`)?.verdict;
    return verdict !== undefined && verdict !== 'no end';
  };
  return Object.fromEntries(
    Object.entries(areas)
      .map(([area, bugs]) => [area, bugs.filter((bug) => !isKnown(area, bug))] as const)
      .filter(([, bugs]) => bugs.length > 0),
  );
}

/** Those of these tests that are not known to pass in this state as they are. */
export function unprovenOf(tests: readonly string[], kept: Kept, commit: string): readonly string[] {
  const passed = new Set(kept.tests.filter((one) => one.commit === commit && one.passed).map(({ test }) => test));
  return [...new Set(tests)].filter((test) => !passed.has(test));
}

/** Figures, and whether every one of these bugs was caught in this state. What another commit says is told apart: it counts for nothing here. */
export function figuresOf(areas: Areas, kept: Kept, commit: string): { lines: readonly string[]; isWhole: boolean } {
  const found = foundIn(kept, commit);
  const all = Object.entries(areas).flatMap(([area, bugs]) => bugs.map(({ name }) => `${area}: ${name}`));
  const caught = (names: readonly string[]): number => names.filter((name) => isCaught(found.get(name))).length;
  const untried = all.filter((name) => !found.has(name));
  const before = new Map<string, KeptBug>();
  for (const bug of kept.bugs) if (bug.commit !== commit) before.set(`${bug.area}: ${bug.name}`, bug);
  const elsewhere = Map.groupBy(
    untried.flatMap((name) => before.get(name) ?? []).filter(isCaught),
    (bug) => bug.commit,
  );
  const lines = [
    ...Object.entries(areas).map(([area, bugs]) => {
      const names = bugs.map(({ name }) => `${area}: ${name}`);
      const open = names.filter((name) => !found.has(name)).length;
      return `${area.padEnd(14)} ${caught(names)} of ${names.length}${open > 0 ? `, ${open} not tried` : ''}`;
    }),
    '',
    ...all.flatMap((name) => {
      const bug = found.get(name);
      return bug && !isCaught(bug) ? [`${bug.verdict}  ${name}`] : [];
    }),
    `${caught(all)} of ${all.length} planted bugs caught on ${commit}.`,
    ...(untried.length > 0 ? [`${untried.length} not tried on it.`] : []),
    ...[...elsewhere].map(
      ([other, bugs]) => `Of these, ${bugs.length} were caught on ${other}, which does not count here.`,
    ),
  ];
  return { lines, isWhole: all.length > 0 && caught(all) === all.length };
}

const isCaught = (bug: KeptBug | undefined): boolean => bug?.verdict === 'caught';
