import { parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findReadinessNotes, type ReadinessNote } from '../../bot/http/health-routes.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { type ServerFetchResult, fetchFromServer } from '../page/fetch-from-server.ts';
import { type PageManifest, parseSignedPage } from '../page/page-manifest.ts';
import { comparePage } from '../page/verify-page.ts';
import type { Force } from './fleet-file.ts';

type NoAnswerReason = Extract<ServerFetchResult, { readonly kind: 'noAnswer' }>['why'];

/** Closed terms: no word of a server's own is passed on. */
export type ReadinessProbeResult = 'ready' | 'notReady' | 'notAsked' | 'odd' | NoAnswerReason;

export type PageProbeResult =
  | { readonly kind: 'asSaid' }
  | { readonly kind: 'differs'; readonly files: number }
  | { readonly kind: 'noManifest' }
  | { readonly kind: 'noAnswer'; readonly why: NoAnswerReason | 'odd' };

export interface ForceProbeResult {
  readonly name: string;
  readonly ready: ReadinessProbeResult;
  readonly notes: readonly ReadinessNote[];
  readonly page: PageProbeResult;
}

export const pageManifestDigest = (manifest: PageManifest): string =>
  `sha256:${createHash('sha256').update(canonicalJson(manifest)).digest('hex')}`;

const maxBytes = 4_096;
const readinessSchema = z.looseObject({ status: z.literal('ready') });

async function probeReadiness(health: URL, deadlineMs: number): Promise<Pick<ForceProbeResult, 'ready' | 'notes'>> {
  const answer = await fetchFromServer(new URL('/readyz', health), {
    headers: { accept: 'application/json' },
    maxBytes,
    deadlineMs,
  });
  if (answer.kind === 'noAnswer') return { ready: answer.why, notes: [] };
  if (answer.kind === 'tooLong') return { ready: 'odd', notes: [] };
  if (answer.status === 503) return { ready: 'notReady', notes: [] };
  const ready =
    answer.status === 200
      ? parseJsonWithSchema(readinessSchema, Buffer.from(answer.bytes).toString('utf8'))
      : undefined;
  return ready ? { ready: 'ready', notes: findReadinessNotes(ready) } : { ready: 'odd', notes: [] };
}

async function probePage(
  server: URL,
  manifest: PageManifest | undefined,
  deadlineMs: number,
): Promise<PageProbeResult> {
  if (manifest === undefined) return { kind: 'noManifest' };
  const look = await comparePage(server, manifest, { deadlineMs });
  if (look.kind === 'noAnswer') return { kind: 'noAnswer', why: look.why };
  const files = new Set(look.differences.map(({ path }) => path)).size;
  return files + look.unlisted.length === 0
    ? { kind: 'asSaid' }
    : { kind: 'differs', files: files + look.unlisted.length };
}

interface ForceProbeOptions {
  readonly manifests: ReadonlyMap<string, PageManifest>;
  readonly deadlineMs: number;
  readonly maxConcurrent: number;
}

/** One answer stops no other. */
export async function probeForces(
  forces: readonly Force[],
  { manifests, deadlineMs, maxConcurrent }: ForceProbeOptions,
): Promise<readonly ForceProbeResult[]> {
  const asked: ForceProbeResult[] = [];
  const waiting = forces.values();
  async function work(): Promise<void> {
    for (const { name, addresses, page } of waiting) {
      const server = new URL(addresses.server);
      const ready =
        addresses.health === undefined
          ? ({ ready: 'notAsked', notes: [] } as const)
          : await probeReadiness(new URL(addresses.health), deadlineMs).catch(
              () => ({ ready: 'odd', notes: [] }) as const,
            );
      const seen = await probePage(server, manifests.get(page), deadlineMs).catch(
        (): PageProbeResult => ({ kind: 'noAnswer', why: 'odd' }),
      );
      asked.push({ name, ...ready, page: seen });
    }
  }
  await Promise.all(Array.from({ length: maxConcurrent }, work));
  return asked;
}

export async function readPageManifests(folder: string): Promise<ReadonlyMap<string, PageManifest>> {
  const known = new Map<string, PageManifest>();
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    // Anything may be beside the manifests, even a folder with such a name.
    const manifest = parseSignedPage(await readFile(join(folder, name), 'utf8').catch(() => ''))?.manifest;
    if (manifest) known.set(pageManifestDigest(manifest), manifest);
  }
  return known;
}
