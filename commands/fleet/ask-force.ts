import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../concerns/terms/canonical-json.ts';
import { type Answer, askServer } from '../page/ask-server.ts';
import { lookAtPage } from '../page/look-at-page.ts';
import type { PageManifest } from '../page/signed-page.ts';
import type { Force } from './fleet-file.ts';

/** Why there was nothing to look at. */
type NoAnswer = Extract<Answer, { readonly kind: 'noAnswer' }>['why'];

/** The state of a server by its own answer, in closed terms: whatever else it answers, no word of that is handed on. */
export type Readiness = 'ready' | 'notReady' | 'notAsked' | 'odd' | NoAnswer;

/** Of what somebody should look at, beside a server that does its work. */
export type Note = 'alerts' | 'clock' | 'files';

/** The pages that a server hands out, beside those that the fleet file says. */
export type PageSeen =
  | { readonly kind: 'asSaid' }
  | { readonly kind: 'differs'; readonly files: number }
  | { readonly kind: 'noManifest' }
  | { readonly kind: 'noAnswer'; readonly why: NoAnswer | 'odd' };

/** One force as it answered. */
export interface Asked {
  readonly name: string;
  readonly ready: Readiness;
  readonly notes: readonly Note[];
  readonly page: PageSeen;
}

/** The digest by which a fleet file names the pages of a release. */
export const digestOfPages = (manifest: PageManifest): string =>
  `sha256:${createHash('sha256').update(canonicalJson(manifest)).digest('hex')}`;

const mostBytes = 4_096;
const readySchema = z.object({
  status: z.literal('ready'),
  alerts: z.literal('setAside').optional(),
  clock: z.literal('doubted').optional(),
  files: z.literal('unreachable').optional(),
});
const notesOf = ({ alerts, clock, files }: z.infer<typeof readySchema>): readonly Note[] => [
  ...(alerts ? (['alerts'] as const) : []),
  ...(clock ? (['clock'] as const) : []),
  ...(files ? (['files'] as const) : []),
];

/** An object of JSON, or nothing: what a server answers may be anything. */
function readyIn(bytes: Uint8Array): z.infer<typeof readySchema> | undefined {
  try {
    return readySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

async function readinessOf(health: URL, deadlineMs: number): Promise<Pick<Asked, 'ready' | 'notes'>> {
  const answer = await askServer(new URL('/readyz', health), {
    headers: { accept: 'application/json' },
    mostBytes,
    deadlineMs,
  });
  if (answer.kind === 'noAnswer') return { ready: answer.why, notes: [] };
  if (answer.kind === 'tooLong') return { ready: 'odd', notes: [] };
  if (answer.status === 503) return { ready: 'notReady', notes: [] };
  const ready = answer.status === 200 ? readyIn(answer.bytes) : undefined;
  return ready ? { ready: 'ready', notes: notesOf(ready) } : { ready: 'odd', notes: [] };
}

async function pageOf(server: URL, manifest: PageManifest | undefined, deadlineMs: number): Promise<PageSeen> {
  if (manifest === undefined) return { kind: 'noManifest' };
  const look = await lookAtPage(server, manifest, { deadlineMs });
  if (look.kind === 'noAnswer') return { kind: 'noAnswer', why: look.why };
  const files = new Set(look.differences.map(({ path }) => path)).size;
  return files + look.more.length === 0 ? { kind: 'asSaid' } : { kind: 'differs', files: files + look.more.length };
}

/** How forces are asked. */
export interface Asking {
  /** The manifests of pages that are here, by their digests. */
  readonly manifests: ReadonlyMap<string, PageManifest>;
  /** How long a server has for each answer, in milliseconds. */
  readonly deadlineMs: number;
  /** How many forces are asked at once. */
  readonly atOnce: number;
}

/** Asks each force whether it can do its work and which pages it hands out. What one answers stops no other. */
export async function askForces(
  forces: readonly Force[],
  { manifests, deadlineMs, atOnce }: Asking,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const waiting = forces.values();
  async function work(): Promise<void> {
    for (const { name, addresses, page } of waiting) {
      const server = new URL(addresses.server);
      const ready =
        addresses.health === undefined
          ? ({ ready: 'notAsked', notes: [] } as const)
          : await readinessOf(new URL(addresses.health), deadlineMs).catch(
              () => ({ ready: 'odd', notes: [] }) as const,
            );
      const seen = await pageOf(server, manifests.get(page), deadlineMs).catch(
        (): PageSeen => ({ kind: 'noAnswer', why: 'odd' }),
      );
      asked.push({ name, ...ready, page: seen });
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return asked;
}
