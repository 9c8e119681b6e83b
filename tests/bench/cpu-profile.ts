import { z } from 'zod';

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
      children: z.array(z.int()).optional(),
    }),
  ),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

/** A bar of a flame graph: a function, or all functions of a package that call each other. */
export interface Bar {
  readonly name: string;
  /** The share of all that was not idle, with what it called, and by itself. */
  readonly total: number;
  readonly self: number;
  readonly inside: readonly Bar[];
}

interface Growing {
  readonly name: string;
  total: number;
  self: number;
  readonly inside: Map<string, Growing>;
}

/** Once at the start, and no part of a turn. */
const loading = 'node:modules';

/** Ours by function and file; what others wrote by package, so that a bar is something that can be chosen or left. */
function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | undefined {
  const [, rest] = /.*\/node_modules\/(.+)$/u.exec(url) ?? [];
  if (rest !== undefined) return rest.split('/', rest.startsWith('@') ? 2 : 1).join('/');
  if (url.startsWith('node:'))
    return `node:${
      url
        .slice(5)
        .split('/')
        .filter((part) => part !== 'internal')[0] ?? ''
    }`;
  const [, file] =
    /\/((?:bot|cards|commands|concerns|contract|development|dialogs|seals|storage|summary|tests|words)\/.+)$/u.exec(
      url,
    ) ?? [];
  if (file !== undefined) return functionName === '' ? undefined : `${functionName} (${file})`;
  return functionName === '(garbage collector)' ? 'garbage collection' : undefined;
}

/** A part of a profile, in milliseconds since it began. */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The widest bars of a part of a V8 CPU profile, widest first. What has no name of its own counts for its caller. Throws
 * ZodError.
 */
export function barsOf(profile: unknown, { fromMs, toMs }: Stretch): readonly Bar[] {
  const { nodes, samples, timeDeltas } = profileSchema.parse(profile);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const times = new Map<number, number>();
  let passed = 0;
  for (const [at, id] of samples.entries()) {
    const took = timeDeltas[at] ?? 0;
    passed += took / 1_000;
    if (passed >= fromMs && passed < toMs) times.set(id, (times.get(id) ?? 0) + took);
  }
  const root: Growing = { name: '', total: 0, self: 0, inside: new Map() };

  const pathTo = (id: number): readonly string[] => {
    const path: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = byId.get(at);
      const name = node && nameOf(node.callFrame);
      if (name !== undefined && name !== path.at(-1)) path.push(name);
    }
    return path.toReversed();
  };
  for (const [id, time] of times) {
    if (['(idle)', '(program)', '(root)'].includes(byId.get(id)?.callFrame.functionName ?? '')) continue;
    const path = pathTo(id);
    if (path.includes(loading)) continue;
    let bar = root;
    bar.total += time;
    for (const name of path) {
      const inner: Growing = bar.inside.get(name) ?? { name, total: 0, self: 0, inside: new Map() };
      bar.inside.set(name, inner);
      bar = inner;
      bar.total += time;
    }
    bar.self += time;
  }
  const shared = ({ name, total, self, inside }: Growing): Bar => ({
    name,
    total: total / root.total,
    self: self / root.total,
    inside: [...inside.values()].map(shared).sort((a, b) => b.total - a.total),
  });
  return shared(root).inside;
}

/** Bars as an indented text, down to a share of the whole. */
export const barsAsText = (bars: readonly Bar[], smallest: number, depth = 0): string =>
  bars
    .filter(({ total }) => total >= smallest)
    .map(({ name, total, self, inside }) => {
      const share = (of: number): string => `${(100 * of).toFixed(1)}%`.padStart(6);
      const line = `${share(total)} ${share(self)}  ${'  '.repeat(depth)}${name}`;
      const deeper = barsAsText(inside, smallest, depth + 1);
      return deeper === '' ? line : `${line}\n${deeper}`;
    })
    .join('\n');

/** What each name takes by itself wherever it stands, widest first. */
export function selfByName(bars: readonly Bar[]): readonly { readonly name: string; readonly self: number }[] {
  const sums = new Map<string, number>();
  const add = ({ name, self, inside }: Bar): void => {
    sums.set(name, (sums.get(name) ?? 0) + self);
    inside.forEach(add);
  };
  bars.forEach(add);
  return [...sums].map(([name, self]) => ({ name, self })).sort((a, b) => b.self - a.self);
}
