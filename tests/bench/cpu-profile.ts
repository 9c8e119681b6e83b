import { z } from 'zod';
import { importedProjectPath } from '../support/imported-file.ts';

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

/** What is called by a function of these files, of these names where some are given. */
const inFiles = (files: readonly (() => Promise<object>)[], names = '.*'): RegExp => {
  const paths = files.map((file) => importedProjectPath(file, import.meta.url).replaceAll('.', '\\.'));
  return new RegExp(`^(?:${names}) \\((?:${paths.join('|')})\\)$`, 'u');
};
const carriedState = () => import('../../dialogs/bot-framework/sealed-state.ts');

/** The parts of a step and of a report, by what their functions and packages are called. The first that fits counts. */
const parts: readonly (readonly [part: string, is: RegExp])[] = [
  ['garbage collection', /^garbage collection$/u],
  ['node:net: read and write', /^node:(?:net|stream_base_commons)$/u],
  ['node:http: read a request, answer it', /^node:_?http/u],
  ['restify, and our server around it', /^(?:restify|find-my-way|.*\(bot\/http\/.*)$/u],
  [
    'check the token',
    inFiles([
      () => import('../../bot/teams/teams-authentication.ts'),
      () => import('../../bot/teams/bot-token.ts'),
      () => import('../../bot/teams/teams-authentication.ts'),
      () => import('../../bot/teams/connector-token.ts'),
      () => import('../../bot/teams/connector-token.ts'),
      () => import('../../bot/teams/connector-token.ts'),
    ]),
  ],
  ['parse the activity', inFiles([() => import('../../bot/teams/incoming-activity.ts')])],
  ['Bot Framework', /^(?:botbuilder|botframework)/u],
  ['Bot Framework', inFiles([() => import('../../dialogs/bot-framework/dialog-runner.ts')])],
  ['open the carried state', inFiles([carriedState], 'open|unpack|parseJson|partsOf|bytesOf')],
  ['seal the carried state', inFiles([carriedState, () => import('../../dialogs/bot-framework/day-key-ring.ts')])],
  [
    'draw the card',
    inFiles([
      () => import('../../cards/render-page.ts'),
      () => import('../../cards/report-text.ts'),
      () => import('../../cards/card-renderer.ts'),
    ]),
  ],
  ['put the page into words', /\((?:cards|words)\/.*\)$/u],
  ['seal the report', /\(crypto\/.*\)$/u],
  ['SQLite', /\(storage\/.*\)$/u],
  ['make the move, keep what is kept', /\((?:core|dialogs)\/.*\)$/u],
  ['doors, alerts, log, schedule', /\(bot\/.*\)$/u],
];
const allElse = 'Node and all else';
/** Once at the start, and no part of a turn. */
const loading = 'node:modules';
const notWorking = ['(idle)', '(program)', '(root)'];

const rooms = 'bot|cards|cli|contract|core|crypto|development|dialogs|storage|summary|tests|words';
const ours = new RegExp(`/((?:${rooms})/.+)$`, 'u');

/** Ours by function and file; what others wrote by package or by part of Node. `undefined` for what has no name of its own. */
function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | undefined {
  const [, rest] = /.*\/node_modules\/(.+)$/u.exec(url) ?? [];
  if (rest !== undefined) return rest.split('/', rest.startsWith('@') ? 2 : 1).join('/');
  if (url.startsWith('node:')) return url.replace('node:internal/', 'node:').split('/')[0];
  const [, file] = ours.exec(url) ?? [];
  if (file !== undefined) return functionName === '' ? undefined : `${functionName} (${file})`;
  return functionName === '(garbage collector)' ? 'garbage collection' : undefined;
}

/**
 * The share of each part in what a V8 CPU profile was not idle for, between two moments in milliseconds since it began. A
 * function that belongs to no part, as one of a library or of Node that anyone may use, counts for the part that called
 * it. Throws ZodError.
 */
export function cpuShares(
  profile: unknown,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): ReadonlyMap<string, number> {
  const { nodes, samples, timeDeltas } = profileSchema.parse(profile);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const namesFrom = (id: number): readonly string[] => {
    const names: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
      const node = byId.get(at);
      names.push((node && nameOf(node.callFrame)) ?? '');
    }
    return names;
  };
  const partOf = (name: string): string | undefined => parts.find(([, is]) => is.test(name))?.[0];
  const times = new Map<string, number>();
  let [passedMs, all] = [0, 0];
  for (const [at, id] of samples.entries()) {
    const took = timeDeltas[at] ?? 0;
    passedMs += took / 1_000;
    if (passedMs < fromMs || passedMs >= toMs) continue;
    if (notWorking.includes(byId.get(id)?.callFrame.functionName ?? '')) continue;
    const names = namesFrom(id);
    if (names.includes(loading)) continue;
    const part = names.flatMap((name) => partOf(name) ?? [])[0] ?? allElse;
    times.set(part, (times.get(part) ?? 0) + took);
    all += took;
  }
  return new Map([...times].map(([part, time]) => [part, time / all]));
}
