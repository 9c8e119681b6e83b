import { createHash } from 'node:crypto';
import { type Answer, askServer } from './ask-server.ts';
import type { PageManifest, SignedFile } from './signed-page.ts';

/** One thing in which a server's page is not what was signed. */
export interface Difference {
  readonly path: string;
  readonly what:
    | 'changed'
    | 'missing'
    | 'leadsElsewhere'
    | 'late'
    | 'notTrusted'
    | 'broken'
    | 'otherType'
    | 'otherPolicy'
    | 'otherHeader';
}

/** The outcome of looking at a server. */
export interface Look {
  readonly differences: readonly Difference[];
  /** Files and addresses that what was changed names, and that nobody signed. */
  readonly more: readonly string[];
  /** How many answers were looked at. */
  readonly asked: number;
}

/** A look, or why there was nothing to look at. */
export type Looked = (Look & { readonly kind: 'looked' }) | Extract<Answer, { readonly kind: 'noAnswer' }>;

/**
 * The ways in which a file is asked for: plainly, and as Teams' own client does on Windows. A server that packs files
 * has one spelling for each, and could hand browsers another than those who look.
 */
const ways = [
  { accept: '*/*', 'accept-encoding': 'identity' },
  {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'accept-language': 'cy-GB,cy;q=0.9,en-GB;q=0.8,en;q=0.7',
    referer: 'https://teams.microsoft.com/',
    'sec-fetch-dest': 'iframe',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'cross-site',
    'user-agent':
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 Teams/25290.205.4069.4894',
  },
] as const;

/** The addresses of the page as Teams opens it: a server could tell these apart. */
const asOpened = ['?page=report', '?page=today', '?page=summaries'];

/** Headers by which the same bytes would be another page, or stay where a later page finds them. */
const noHeader = ['link', 'refresh', 'service-worker-allowed', 'sourcemap', 'x-sourcemap'] as const;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function differenceIn(answer: Answer, file: SignedFile, policy: string): Difference['what'] | undefined {
  if (answer.kind === 'tooLong') return 'changed';
  if (answer.kind === 'noAnswer') return answer.why;
  const { status, headers, bytes } = answer;
  if (status >= 300 && status < 400) return 'leadsElsewhere';
  if (status !== 200) return 'missing';
  if (digestOf(bytes) !== file.sha256) return 'changed';
  if (headers['content-type'] !== file.type || headers['x-content-type-options'] !== 'nosniff') return 'otherType';
  if (headers['content-security-policy'] !== (file.policy ?? policy)) return 'otherPolicy';
  return noHeader.some((name) => headers[name] !== undefined) ? 'otherHeader' : undefined;
}

/** The most of a changed file that is looked through for names, and the most names of all that are told. */
const mostRead = 5_000_000;
const mostNames = 50;

/** The files and other servers that a text names. */
const namesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/(?:\/tab\/assets\/|["'`]\.\/)([\w-][\w.-]{0,199})/gu)].map(([, name]) => `/tab/assets/${name}`),
  ...[...text.matchAll(/\b(?:src|href)\s*=\s*["']?(https?:\/\/[\w.:-]{1,100}|\/\/[\w.:-]{1,100})/giu)].flatMap(
    ([, host]) => host ?? [],
  ),
];

/** Whatever the page is, it is looked at: a page that was changed is longer than what was signed. */
const roomFor = ({ path, bytes }: SignedFile): number =>
  path.startsWith('/tab/assets/') ? bytes : Math.max(bytes, mostRead);

/** Runs work on each of many things, a few at a time. */
async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>, atOnce = 4): Promise<void> {
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Asks a server for every file of a manifest, in each way, and says in what it differs. Whatever a server answers, no
 * more is read of it than the file could have, for no longer than `deadlineMs` each.
 */
export async function lookAtPage(
  server: URL,
  { files, policy }: PageManifest,
  { deadlineMs }: { readonly deadlineMs: number },
): Promise<Looked> {
  // A server that is not there is said once, and not for each file.
  const first = await askServer(new URL('/tab', server), { headers: ways[0], mostBytes: mostRead, deadlineMs });
  if (first.kind === 'noAnswer') return first;
  const differences = new Map<string, Difference>();
  const named = new Set<string>();
  const questions = files.flatMap((file) =>
    ways.flatMap((headers) =>
      (file.path === '/tab/' ? ['', ...asOpened] : ['']).map((query) => ({ file, headers, query })),
    ),
  );
  await eachOf(questions, async ({ file, headers, query }) => {
    const answer = await askServer(new URL(`${file.path}${query}`, server), {
      headers,
      mostBytes: roomFor(file),
      deadlineMs,
    });
    const what = differenceIn(answer, file, policy);
    if (what === undefined) return;
    differences.set(`${file.path} ${what}`, { path: file.path, what });
    if (what !== 'changed' || answer.kind !== 'answered') return;
    for (const name of namesIn(Buffer.from(answer.bytes).toString('latin1'))) named.add(name);
  });
  const signed = new Set(files.map(({ path }) => path));
  return {
    kind: 'looked',
    differences: [...differences.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    more: [...named].filter((name) => !signed.has(name)).slice(0, mostNames),
    asked: questions.length,
  };
}
