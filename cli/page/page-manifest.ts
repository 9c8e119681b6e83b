import { parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { partnerCsp, tabCsp, viewerCsp } from '../../bot/http/built-files-routes.ts';
import type { BuiltFiles } from '../../bot/http/built-files.ts';
import { type cloudNames, clouds } from '../../bot/config/clouds.ts';
import { frameAncestors, type TabHostName } from '../../bot/config/tab-hosts.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { viewerAddress } from '../../contract/viewer-page.ts';
import { verifySignature, isSigner, signText } from '../../crypto/signer.ts';

const maxFiles = 2000;
const maxFileBytes = 20_000_000;
const maxTextLength = 2_000_000;

/** Only addresses of a page and its files. */
const pathPattern = /^\/(?:tab\/viewer|(?:tab|partners)(?:\/(?:assets\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})?)?)$/u;

const fileSchema = z.strictObject({
  path: z.string().regex(pathPattern),
  bytes: z.int().min(1).max(maxFileBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  type: z.string().regex(/^[a-z0-9]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/u),
  policy: z.string().min(1).max(4000).optional(),
});

const manifestSchema = z.strictObject({
  format: z.literal('candour-page-1'),
  policy: z.string().min(1).max(4000),
  files: z
    .array(fileSchema)
    .min(1)
    .max(maxFiles)
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

export type SignedFile = z.infer<typeof fileSchema>;
/** The same for the same build. An earlier version's may have the tab alone. */
export type PageManifest = z.infer<typeof manifestSchema>;
export type SignedPage = z.infer<typeof signedPageSchema>;

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const htmlMediaType = 'text/html; charset=utf-8';

const signedFile = (path: string, type: string, bytes: Uint8Array): SignedFile => ({
  path,
  bytes: bytes.length,
  sha256: sha256Hex(bytes),
  type,
});

const listFiles = (address: '/tab' | '/partners', { index, assets }: BuiltFiles): readonly SignedFile[] => [
  ...[address, `${address}/`].map((path) => signedFile(path, htmlMediaType, Buffer.from(index))),
  ...[...assets].map(([name, { type, bytes }]) => signedFile(`${address}/assets/${name}`, type, bytes)),
];

/** With the partners' page even if a server has it turned off. */
export function createPageManifest(
  { tab, partners }: { readonly tab: BuiltFiles; readonly partners: BuiltFiles },
  cloud: (typeof cloudNames)[number],
  hosts: TabHostName,
): PageManifest {
  const setting = { development: false, framedBy: frameAncestors(hosts, clouds[cloud]) };
  const { viewer } = tab;
  const frame =
    viewer === undefined
      ? []
      : [{ ...signedFile(viewerAddress, htmlMediaType, Buffer.from(viewer)), policy: viewerCsp(viewer, setting) }];
  const files = [
    ...listFiles('/tab', tab),
    ...frame,
    ...listFiles('/partners', partners).map((file) => ({ ...file, policy: partnerCsp })),
  ];
  return {
    format: 'candour-page-1',
    policy: tabCsp(setting),
    files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

export const serialiseSignedPage = (page: SignedPage): string => `${JSON.stringify(page, undefined, 2)}\n`;

/** `undefined` for any other text, one that names a file elsewhere, or one too long. */
export function parseSignedPage(text: string): SignedPage | undefined {
  return text.length > maxTextLength ? undefined : parseJsonWithSchema(signedPageSchema, text);
}

export const isSamePage = (one: PageManifest, other: PageManifest): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** Replaces a signature by the same key. Throws SealError `malformedIdentity`. */
export function addSignature({ manifest, signatures }: SignedPage, identity: string, by: string): SignedPage {
  const others = signatures.filter((signature) => signature.by !== by);
  const signature = signText(identity, 'page', canonicalJson(manifest));
  return { manifest, signatures: [...others, { by, signature }] };
}

/** Invalid signatures name no one. */
export const validSigners = ({ manifest, signatures }: SignedPage): readonly string[] =>
  signatures
    .filter(({ by, signature }) => verifySignature(by, 'page', canonicalJson(manifest), signature))
    .map(({ by }) => by);

export type PagePart = 'tab' | 'viewer' | 'partners';

const partEntryPaths: Readonly<Record<PagePart, readonly string[]>> = {
  tab: ['/tab', '/tab/'],
  viewer: [viewerAddress],
  partners: ['/partners', '/partners/'],
};

const parts: readonly PagePart[] = ['tab', 'viewer', 'partners'];

export function pagePart(path: string): PagePart {
  if (path === viewerAddress) return 'viewer';
  return /^\/partners(?:\/|$)/u.test(path) ? 'partners' : 'tab';
}

export function missingPageParts(files: readonly Pick<SignedFile, 'path'>[]): readonly PagePart[] {
  const named = new Set(files.map(({ path }) => path));
  return parts.filter((part) => !partEntryPaths[part].every((path) => named.has(path)));
}
