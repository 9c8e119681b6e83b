import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatKeyFingerprint } from '../../core/model/public-keys.ts';
import { isSigner } from '../../crypto/signer.ts';
import { requireArgument } from '../keys/keys-subcommand.ts';
import { KeysError } from '../keys/keys-error.ts';
import { type ServerFetchResult, fetchFromServer } from './fetch-from-server.ts';
import { type PageSubcommand, PageError } from './page-subcommand.ts';
import { readSignedPage } from './sign-page.ts';
import {
  type PageManifest,
  type PagePart,
  pagePart,
  missingPageParts,
  type SignedFile,
  validSigners,
} from './page-manifest.ts';

const minSigners = 2;

const maxLines = 40;

const differenceTexts: Readonly<Record<Difference['what'], string>> = {
  changed: 'CHANGED: it is not what was signed',
  missing: 'MISSING: the server does not hand it out',
  leadsElsewhere: 'LEADS ELSEWHERE: the server redirects to another address, which the command did not follow',
  late: 'NO ANSWER in time',
  notTrusted: 'NO ANSWER: this machine does not trust the server’s certificate',
  broken: 'NO ANSWER: the connection was refused or cut, or the answer cannot be unpacked',
  otherType: 'OTHER TYPE: the server gives it another content type than was signed',
  otherPolicy: 'OTHER POLICY: its content security policy is not the one that was signed',
  otherHeader: 'OTHER HEADER: the server sends a header with it that makes browsers load or keep more than was signed',
};

const pagePartNames: Readonly<Record<PagePart, string>> = {
  tab: 'the tab (/tab/)',
  viewer: 'the frame that shows files (/tab/viewer)',
  partners: "the partners' page (/partners/)",
};

const verificationLimits = [
  'This is what the server handed out here and now. It cannot show what it hands out at another time, to another address or',
  'person, or to a client that it can tell from this command: check from several places, at no fixed time. Nor does it show',
  'a page that a browser kept from before, what the server answers to the page, or what the server itself does.',
  'Nothing in Teams checks these signatures.',
];

async function readSigner(given: string) {
  const isLine = given.startsWith('candour-signer1');
  const text = isLine ? given : await readFile(given, 'utf8');
  const line = text.trim();
  if (!isSigner(line)) throw new PageError('noSigner');
  return { line, name: isLine ? 'a named signer' : basename(given).replace(/\.signer$/u, '') };
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

function parseServerUrl(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : undefined;
  const isBare =
    address !== undefined &&
    ['/', '/tab', '/tab/', '/partners', '/partners/'].includes(address.pathname) &&
    [address.search, address.hash, address.username, address.password].join('') === '';
  if (!isBare || !['https:', 'http:'].includes(address.protocol)) throw new PageError('noAddress');
  if (address.protocol === 'http:' && !loopbackHosts.has(address.hostname)) throw new PageError('plainAddress');
  return new URL('/', address);
}

/**
 * A server may lack the partners' page, unless `--partners` is given. Exit code 0 if all is as signed and two of those
 * named have signed, 1 if the server gives no answer, 3 if something differs, 4 if too few of those named have signed.
 */
export const verifyPageCommand: PageSubcommand = async (args, { printLine, deadlineMs }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      manifest: { type: 'string' },
      by: { type: 'string', multiple: true, default: [] },
      partners: { type: 'boolean', default: false },
    },
  });
  const [address, ...rest] = positionals;
  if (rest.length > 0) throw new KeysError('usage');
  const server = parseServerUrl(requireArgument(address));
  const page = await readSignedPage(requireArgument(values.manifest));
  const named = await Promise.all(values.by.map(readSigner));
  const signers = new Set(validSigners(page));
  for (const { by } of page.signatures) {
    const name = named.find(({ line }) => line === by)?.name;
    const who = `${name ?? 'someone who was not named with --by'}, ${formatKeyFingerprint(by)}`;
    printLine(signers.has(by) ? `Signed by ${who}.` : `NO  The signature of ${who} is not valid.`);
  }
  const signed = new Set(named.filter(({ line }) => signers.has(line)).map(({ line }) => line)).size;
  for (const { line, name } of named)
    if (!signers.has(line)) printLine(`NO  Not signed by ${name}, ${formatKeyFingerprint(line)}.`);
  const comparison = await comparePage(server, page.manifest, { deadlineMs });
  if (comparison.kind === 'noAnswer') {
    printLine(`Nothing was checked. ${server.host}  ${differenceTexts[comparison.why]}.`);
    return 1;
  }
  const { differences, unlisted: more, requestCount: asked, isWithoutPartners } = comparison;
  const { files } = page.manifest;
  const seen = files.filter(({ path }) => !isWithoutPartners || pagePart(path) !== 'partners');
  const notNamed = missingPageParts(files);
  for (const { path, what } of differences.slice(0, maxLines)) printLine(`NO  ${path}  ${differenceTexts[what]}.`);
  if (differences.length > maxLines) printLine(`NO  and ${differences.length - maxLines} more.`);
  for (const name of more) printLine(`NO  ${name}  MORE: a changed file names it, and nobody signed it.`);
  for (const part of notNamed) printLine(`The manifest does not cover ${pagePartNames[part]}: nobody has signed it.`);
  if (isWithoutPartners) {
    printLine(`${server.host} does not hand out ${pagePartNames.partners}, as with PARTNERS=no.`);
    printLine(`${files.length - seen.length} files in the manifest could not be checked.`);
  }
  const isLacking = values.partners && (isWithoutPartners || notNamed.includes('partners'));
  if (isLacking)
    printLine('NO  /partners/  NOT CHECKED: with --partners it must be handed out and signed, and it is not both.');
  const isAsSigned = differences.length === 0;
  printLine(
    isAsSigned
      ? `The page at ${server.host} is the one in the manifest: ${seen.length} files, ${asked} answers.`
      : `The page at ${server.host} is not the one in the manifest. Tell the head of unit, so that nobody opens a key or writes anything in it.`,
  );
  for (const line of verificationLimits) printLine(line);
  if (!isAsSigned || isLacking) return 3;
  if (signed >= minSigners) return 0;
  printLine(
    `Do not rely on it yet: ${minSigners} of the people whom you name with --by must have signed it, and ${signed} have.`,
  );
  return 4;
};

interface Difference {
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

interface PageComparison {
  readonly differences: readonly Difference[];
  readonly unlisted: readonly string[];
  readonly requestCount: number;
  readonly isWithoutPartners: boolean;
}

type PageComparisonResult =
  | (PageComparison & { readonly kind: 'looked' })
  | Extract<ServerFetchResult, { readonly kind: 'noAnswer' }>;

const plainHeaders = { accept: '*/*', 'accept-encoding': 'identity' } as const;
const edgeUserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
const browserHeaders = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'cy-GB,cy;q=0.9,en-GB;q=0.8,en;q=0.7',
  'sec-fetch-mode': 'navigate',
} as const;
const teamsHeaders = {
  ...browserHeaders,
  referer: 'https://teams.microsoft.com/',
  'sec-fetch-dest': 'iframe',
  'sec-fetch-site': 'cross-site',
  'user-agent': `${edgeUserAgent} Teams/25290.205.4069.4894`,
} as const;
const partnerHeaders = {
  ...browserHeaders,
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
  'user-agent': edgeUserAgent,
} as const;

/** A server could send browsers other bytes than the checkers. */
const headerVariants = (path: string) => [plainHeaders, pagePart(path) === 'partners' ? partnerHeaders : teamsHeaders];

/** A server could tell these apart from the bare address. */
const entryQueries = ['?page=report', '?page=today', '?page=summaries'];

/** Headers that would make another page of the same bytes, or leave them for a later page. */
const forbiddenHeaders = ['link', 'refresh', 'service-worker-allowed', 'sourcemap', 'x-sourcemap'] as const;

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function findDifference(answer: ServerFetchResult, file: SignedFile, policy: string): Difference['what'] | undefined {
  if (answer.kind === 'tooLong') return 'changed';
  if (answer.kind === 'noAnswer') return answer.why;
  const { status, headers, bytes } = answer;
  if (status >= 300 && status < 400) return 'leadsElsewhere';
  if (status !== 200) return 'missing';
  if (sha256Hex(bytes) !== file.sha256) return 'changed';
  if (headers['content-type'] !== file.type || headers['x-content-type-options'] !== 'nosniff') return 'otherType';
  if (headers['content-security-policy'] !== (file.policy ?? policy)) return 'otherPolicy';
  return forbiddenHeaders.some((name) => headers[name] !== undefined) ? 'otherHeader' : undefined;
}

/** A browser makes no page of this form, under any status, and it leads nowhere. */
const isPlainNotFound = (answer: ServerFetchResult): boolean =>
  answer.kind === 'answered' &&
  answer.status === 404 &&
  answer.headers['content-type'] === 'application/json' &&
  answer.headers['x-content-type-options'] === 'nosniff' &&
  forbiddenHeaders.every((name) => answer.headers[name] === undefined);

const maxResponseBytes = 5_000_000;
const maxUnlistedNames = 50;

const parseAssetNames = (text: string, path: string): readonly string[] => [
  ...[...text.matchAll(/(?:\/(tab|partners)\/assets\/|["'`]\.\/)([\w-][\w.-]{0,199})/gu)].map(
    ([, page = pagePart(path) === 'partners' ? 'partners' : 'tab', name]) => `/${page}/assets/${name}`,
  ),
  ...[...text.matchAll(/\b(?:src|href)\s*=\s*["']?(https?:\/\/[\w.:-]{1,100}|\/\/[\w.:-]{1,100})/giu)].flatMap(
    ([, host]) => host ?? [],
  ),
];

const maxBytesFor = ({ path, bytes }: SignedFile): number =>
  path.includes('/assets/') ? bytes : Math.max(bytes, maxResponseBytes);

async function forEachConcurrently<T>(
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  maxConcurrent = 4,
): Promise<void> {
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: maxConcurrent }, worker));
}

/** Reads no more than the file could have, for no longer than `deadlineMs` each. */
export async function comparePage(
  server: URL,
  { files, policy }: PageManifest,
  { deadlineMs }: { readonly deadlineMs: number },
): Promise<PageComparisonResult> {
  const first = await fetchFromServer(new URL('/tab', server), {
    headers: plainHeaders,
    maxBytes: maxResponseBytes,
    deadlineMs,
  });
  if (first.kind === 'noAnswer') return first;
  const differences = new Map<string, Difference>();
  const named = new Set<string>();
  const requests = files.flatMap((file) =>
    headerVariants(file.path).flatMap((headers) =>
      (file.path === '/tab/' ? ['', ...entryQueries] : ['']).map((query) => ({ file, headers, query })),
    ),
  );
  const ofPartners = requests.filter(({ file }) => pagePart(file.path) === 'partners').length;
  let notFoundCount = 0;
  await forEachConcurrently(requests, async ({ file, headers, query }) => {
    const answer = await fetchFromServer(new URL(`${file.path}${query}`, server), {
      headers,
      maxBytes: maxBytesFor(file),
      deadlineMs,
    });
    const what = findDifference(answer, file, policy);
    if (what === undefined) return;
    if (pagePart(file.path) === 'partners' && isPlainNotFound(answer)) notFoundCount += 1;
    differences.set(`${file.path} ${what}`, { path: file.path, what });
    if (what !== 'changed' || answer.kind !== 'answered') return;
    for (const name of parseAssetNames(Buffer.from(answer.bytes).toString('latin1'), file.path)) named.add(name);
  });
  // All or nothing: after one other answer, every missing file counts as missing.
  const isWithoutPartners = ofPartners > 0 && notFoundCount === ofPartners;
  const signed = new Set(files.map(({ path }) => path));
  return {
    kind: 'looked',
    differences: [...differences.values()]
      .filter(({ path }) => !isWithoutPartners || pagePart(path) !== 'partners')
      .toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    unlisted: [...named].filter((name) => !signed.has(name)).slice(0, maxUnlistedNames),
    requestCount: requests.length - (isWithoutPartners ? ofPartners : 0),
    isWithoutPartners,
  };
}
