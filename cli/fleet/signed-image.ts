import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJsonWithSchema } from '../../core/model/parse-json.ts';

export type SignedImageResult =
  | { readonly kind: 'same'; readonly digest: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'noManifest' }
  | { readonly kind: 'noArchive' };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of one image. A list of platforms has no `config`. */
const manifestSchema = z.looseObject({
  schemaVersion: z.literal(2),
  config: z.looseObject({ digest: z.string().regex(/^sha256:[0-9a-f]{64}$/u) }),
});
/** Of an archive as `buildah push docker-archive:` writes it, with one image. */
const archiveSchema = z.tuple([z.looseObject({ Config: z.string() })]);

const blockSize = 512;
/** In bytes. The files that are read describe an image; its layers are passed over. */
const maxDescriptionBytes = 4 * 1024 * 1024;

async function readBlock(file: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytesRead === length ? bytes : undefined;
}

const readField = (header: Buffer, from: number, length: number): string =>
  header
    .toString('latin1', from, from + length)
    .replace(/\0[^]*$/u, '')
    .trim();

/** A small file of a tar archive, or `undefined`. */
async function readFromTar(file: FileHandle, name: string): Promise<Buffer | undefined> {
  for (let at = 0; ; ) {
    const header = await readBlock(file, at, blockSize);
    const size = header && Number.parseInt(readField(header, 124, 12) || 'none', 8);
    if (header === undefined || size === undefined || !Number.isSafeInteger(size) || size < 0) return undefined;
    at += blockSize;
    if (readField(header, 0, 100) === name) return size > maxDescriptionBytes ? undefined : readBlock(file, at, size);
    at += Math.ceil(size / blockSize) * blockSize;
  }
}

/** The digest of what describes the image of an archive, with all of its layers; `undefined` if it is no such archive. */
async function readConfigDigest(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const listed = await readFromTar(file, 'manifest.json');
    const [image] = (listed && parseJsonWithSchema(archiveSchema, listed.toString('utf8'))) ?? [];
    const config = image && (await readFromTar(file, image.Config));
    return config && `sha256:${sha256(config)}`;
  } finally {
    await file.close();
  }
}

/**
 * Whether the image that a registry has, by its manifest as it was handed out, is the one in the archive of a release.
 * `digest` is what names it in that registry. Throws if a file cannot be read.
 */
export async function compareSignedImage(manifestPath: string, archivePath: string): Promise<SignedImageResult> {
  const bytes = await readFile(manifestPath);
  const manifest = parseJsonWithSchema(manifestSchema, bytes.toString('utf8'));
  if (manifest === undefined) return { kind: 'noManifest' };
  const config = await readConfigDigest(archivePath);
  if (config === undefined) return { kind: 'noArchive' };
  return config === manifest.config.digest ? { kind: 'same', digest: `sha256:${sha256(bytes)}` } : { kind: 'other' };
}
