import { createHash } from 'node:crypto';
import { type Answer, askServer } from './ask-server.ts';
import { partOf } from './parts.ts';
import type { PageManifest, SignedFile } from './signed-page.ts';

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

interface Look {
  readonly differences: readonly Difference[];
  readonly more: readonly string[];
  readonly asked: number;
  /** Whether the manifest has the partners' page, and the server says plainly of each part of it that it has none. */
  readonly isWithoutPartners: boolean;
}

export type Looked = (Look & { readonly kind: 'looked' }) | Extract<Answer, { readonly kind: 'noAnswer' }>;

const plainly = { accept: '*/*', 'accept-encoding': 'identity' } as const;
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
const asBrowser = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'cy-GB,cy;q=0.9,en-GB;q=0.8,en;q=0.7',
  'sec-fetch-mode': 'navigate',
} as const;
const asTeams = {
  ...asBrowser,
  referer: 'https://teams.microsoft.com/',
  'sec-fetch-dest': 'iframe',
  'sec-fetch-site': 'cross-site',
  'user-agent': `${edge} Teams/25290.205.4069.4894`,
} as const;
const asInvited = {
  ...asBrowser,
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
  'user-agent': edge,
} as const;

/**
 * A file is requested plainly, and as its page's user does on Windows: a server could hand browsers other bytes than
 * the checkers.
 */
const waysOf = (path: string) => [plainly, partOf(path) === 'partners' ? asInvited : asTeams];

/** A server could tell these apart from the bare address. */
const asOpened = ['?page=report', '?page=today', '?page=summaries'];

/** Headers that would make another page of the same bytes, or leave them where a later page finds them. */
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

/**
 * Whether an answer says that there is no such part, in a form that no browser makes a page of and that leads nowhere.
 * A page can be handed out under any status.
 */
const isPlainNo = (answer: Answer): boolean =>
  answer.kind === 'answered' &&
  answer.status === 404 &&
  answer.headers['content-type'] === 'application/json' &&
  answer.headers['x-content-type-options'] === 'nosniff' &&
  noHeader.every((name) => answer.headers[name] === undefined);

const mostRead = 5_000_000;
const mostNames = 50;

const namesIn = (text: string, path: string): readonly string[] => [
  ...[...text.matchAll(/(?:\/(tab|partners)\/assets\/|["'`]\.\/)([\w-][\w.-]{0,199})/gu)].map(
    ([, page = partOf(path) === 'partners' ? 'partners' : 'tab', name]) => `/${page}/assets/${name}`,
  ),
  ...[...text.matchAll(/\b(?:src|href)\s*=\s*["']?(https?:\/\/[\w.:-]{1,100}|\/\/[\w.:-]{1,100})/giu)].flatMap(
    ([, host]) => host ?? [],
  ),
];

/** A changed page is longer than the signed one, and is looked at all the same. */
const roomFor = ({ path, bytes }: SignedFile): number =>
  path.includes('/assets/') ? bytes : Math.max(bytes, mostRead);

async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>, atOnce = 4): Promise<void> {
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Asks a server for every file of a manifest, in each way, and says in what it differs. Reads no more than the file
 * could have, for no longer than `deadlineMs` each.
 */
export async function lookAtPage(
  server: URL,
  { files, policy }: PageManifest,
  { deadlineMs }: { readonly deadlineMs: number },
): Promise<Looked> {
  const first = await askServer(new URL('/tab', server), { headers: plainly, mostBytes: mostRead, deadlineMs });
  if (first.kind === 'noAnswer') return first;
  const differences = new Map<string, Difference>();
  const named = new Set<string>();
  const questions = files.flatMap((file) =>
    waysOf(file.path).flatMap((headers) =>
      (file.path === '/tab/' ? ['', ...asOpened] : ['']).map((query) => ({ file, headers, query })),
    ),
  );
  const ofPartners = questions.filter(({ file }) => partOf(file.path) === 'partners').length;
  let plainNos = 0;
  await eachOf(questions, async ({ file, headers, query }) => {
    const answer = await askServer(new URL(`${file.path}${query}`, server), {
      headers,
      mostBytes: roomFor(file),
      deadlineMs,
    });
    const what = differenceIn(answer, file, policy);
    if (what === undefined) return;
    if (partOf(file.path) === 'partners' && isPlainNo(answer)) plainNos += 1;
    differences.set(`${file.path} ${what}`, { path: file.path, what });
    if (what !== 'changed' || answer.kind !== 'answered') return;
    for (const name of namesIn(Buffer.from(answer.bytes).toString('latin1'), file.path)) named.add(name);
  });
  // All or nothing: if one answer is another, every missing file counts as missing.
  const isWithoutPartners = ofPartners > 0 && plainNos === ofPartners;
  const signed = new Set(files.map(({ path }) => path));
  return {
    kind: 'looked',
    differences: [...differences.values()]
      .filter(({ path }) => !isWithoutPartners || partOf(path) !== 'partners')
      .toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    more: [...named].filter((name) => !signed.has(name)).slice(0, mostNames),
    asked: questions.length - (isWithoutPartners ? ofPartners : 0),
    isWithoutPartners,
  };
}
