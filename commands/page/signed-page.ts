import { createHash } from 'node:crypto';
import { z } from 'zod';
import { partnerPolicy } from '../../bot/http/serve-partner-files.ts';
import { tabPolicy, viewerPolicy } from '../../bot/http/serve-tab-files.ts';
import { type TabFiles } from '../../bot/http/tab-files.ts';
import { type cloudNames, clouds } from '../../bot/settings/clouds.ts';
import { framedByOf, type TabHosts } from '../../bot/settings/tab-hosts.ts';
import { viewerAddress } from '../../contract/viewer-page.ts';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import { isSignedBy, isSigner, sign } from '../../seals/signer.ts';

/** The most files that a page has: several times what ours has. */
const mostFiles = 2000;
/** The most bytes of one file: several times our largest. */
const mostBytes = 20_000_000;
/** The most text that is read as a signed page. */
const mostText = 2_000_000;

/** An address of a page or one of its files, and nothing that leads out of them. */
const pathPattern = /^\/(?:tab\/viewer|(?:tab|partners)(?:\/(?:assets\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})?)?)$/u;

const fileSchema = z.strictObject({
  path: z.string().regex(pathPattern),
  bytes: z.int().min(1).max(mostBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  type: z.string().regex(/^[a-z0-9]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/u),
  /** The content security policy of a file that has one of its own. */
  policy: z.string().min(1).max(4000).optional(),
});

const manifestSchema = z.strictObject({
  format: z.literal('candour-page-1'),
  /** The content security policy of the tab and of each file that has none of its own. */
  policy: z.string().min(1).max(4000),
  files: z
    .array(fileSchema)
    .min(1)
    .max(mostFiles)
    .refine((files) => files.every(({ path }, at) => at === 0 || (files[at - 1]?.path ?? '') < path)),
});

const signatureSchema = z.strictObject({ by: z.string().refine(isSigner), signature: z.string().max(100) });

const signedPageSchema = z.strictObject({
  manifest: manifestSchema,
  signatures: z
    .array(signatureSchema)
    .max(20)
    .refine((all) => new Set(all.map(({ by }) => by)).size === all.length),
});

/** A page that the server hands out, or one of its files. */
export type SignedFile = z.infer<typeof fileSchema>;
/**
 * The tab, its frame for files and the partners' page, as a server hands them out. Of the same build it is the same,
 * whoever makes it, on any day. One of an earlier version may have the tab alone.
 */
export type PageManifest = z.infer<typeof manifestSchema>;
/** The same, and who has signed it. */
export type SignedPage = z.infer<typeof signedPageSchema>;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const html = 'text/html; charset=utf-8';

const fileOf = (path: string, type: string, bytes: Uint8Array): SignedFile => ({
  path,
  bytes: bytes.length,
  sha256: digestOf(bytes),
  type,
});

/** The page of a build at its two addresses, and its files. */
const filesUnder = (address: '/tab' | '/partners', { index, assets }: TabFiles): readonly SignedFile[] => [
  ...[address, `${address}/`].map((path) => fileOf(path, html, Buffer.from(index))),
  ...[...assets].map(([name, { type, bytes }]) => fileOf(`${address}/assets/${name}`, type, bytes)),
];

/**
 * Everything that a server in this cloud would hand out of a build, where the tab is offered in these hosts. The partners'
 * page is a part of it whether a server has it turned on or not.
 */
export function manifestOf(
  { tab, partners }: { readonly tab: TabFiles; readonly partners: TabFiles },
  cloud: (typeof cloudNames)[number],
  hosts: TabHosts,
): PageManifest {
  const setting = { development: false, framedBy: framedByOf(hosts, clouds[cloud]) };
  const { viewer } = tab;
  const frame =
    viewer === undefined
      ? []
      : [{ ...fileOf(viewerAddress, html, Buffer.from(viewer)), policy: viewerPolicy(viewer, setting) }];
  const files = [
    ...filesUnder('/tab', tab),
    ...frame,
    ...filesUnder('/partners', partners).map((file) => ({ ...file, policy: partnerPolicy })),
  ];
  return {
    format: 'candour-page-1',
    policy: tabPolicy(setting),
    files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** A signed page as it is written into a file. */
export const signedPageText = (page: SignedPage): string => `${JSON.stringify(page, undefined, 2)}\n`;

/** Reads such a file; `undefined` for anything else, for one that names a file elsewhere, and for one that is too long. */
export function signedPageOf(text: string): SignedPage | undefined {
  if (text.length > mostText) return undefined;
  try {
    return signedPageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether two manifests are of one page. */
export const isSamePage = (one: PageManifest, other: PageManifest): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** The page with a signature by this key, in place of one by the same. Throws SealError `malformedIdentity`. */
export function withSignature({ manifest, signatures }: SignedPage, identity: string, by: string): SignedPage {
  const others = signatures.filter((signature) => signature.by !== by);
  const signature = sign(identity, 'page', canonicalJson(manifest));
  return { manifest, signatures: [...others, { by, signature }] };
}

/** Who has signed the page as it stands: of a signature that does not hold nobody is named. */
export const signersOf = ({ manifest, signatures }: SignedPage): readonly string[] =>
  signatures
    .filter(({ by, signature }) => isSignedBy(by, 'page', canonicalJson(manifest), signature))
    .map(({ by }) => by);
