import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { containerLayouts, type ContainerName, containerNames } from './containers.ts';
import {
  type CosmosResponse,
  createCallRecorder,
  type CosmosAccount,
  createCosmosRetrier,
  createCosmosConnection,
} from './cosmos-client.ts';

export type UnreachableReason = 'unknownName' | 'refused' | 'noWay' | 'certificate' | 'late' | 'cut';

export type CosmosFinding =
  | { readonly kind: 'unreached'; readonly why: UnreachableReason }
  | { readonly kind: 'noIdentity' }
  | { readonly kind: 'notSigned' }
  | { readonly kind: 'forbidden'; readonly byRole: boolean }
  | { readonly kind: 'noDatabase' }
  | { readonly kind: 'noContainer'; readonly container: ContainerName }
  | { readonly kind: 'otherKey'; readonly container: ContainerName; readonly wanted: string }
  | { readonly kind: 'otherLifetime'; readonly container: ContainerName }
  | { readonly kind: 'notIndexed'; readonly container: ContainerName; readonly paths: readonly string[] }
  | { readonly kind: 'odd'; readonly status: number };

const certificateCodes = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];
const unreachableReasons = new Map<string, UnreachableReason>([
  ['ENOTFOUND', 'unknownName'],
  ['EAI_AGAIN', 'unknownName'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'noWay'],
  ['ENETUNREACH', 'noWay'],
  ...certificateCodes.map((code) => [code, 'certificate'] as const),
]);

const isRoleSubstatus = (substatus: number): boolean => substatus >= 5300 && substatus < 5400;

const containerDefinitionSchema = z.object({
  partitionKey: z.object({ paths: z.array(z.string()) }).optional(),
  defaultTtl: z.int().optional(),
  indexingPolicy: z
    .object({
      indexingMode: z.string().default('consistent'),
      includedPaths: z.array(z.object({ path: z.string() })).default([]),
      excludedPaths: z.array(z.object({ path: z.string() })).default([]),
    })
    .optional(),
});

function isIndexed(
  policy: NonNullable<z.infer<typeof containerDefinitionSchema>['indexingPolicy']>,
  wanted: string,
): boolean {
  const covers = (path: string): boolean =>
    path === wanted || (path.endsWith('/*') && wanted.startsWith(path.slice(0, -1)));
  const longest = (paths: readonly { readonly path: string }[]): number =>
    Math.max(-1, ...paths.filter(({ path }) => covers(path)).map(({ path }) => path.length));
  return policy.indexingMode !== 'none' && longest(policy.includedPaths) > longest(policy.excludedPaths);
}

function checkContainer(container: ContainerName, found: unknown): readonly CosmosFinding[] {
  const layout = containerDefinitionSchema.safeParse(found);
  if (!layout.success) return [{ kind: 'odd', status: 200 }];
  const { partitionKey, defaultTtl, indexingPolicy } = layout.data;
  const ours = containerLayouts[container];
  const [wanted = ''] = typeof ours.partitionKey === 'object' ? ours.partitionKey.paths : [];
  const paths = ours.indexingPolicy?.includedPaths?.map(({ path }) => path) ?? [];
  const missing = indexingPolicy === undefined ? [] : paths.filter((path) => !isIndexed(indexingPolicy, path));
  const expires = defaultTtl !== undefined && defaultTtl > 0;
  const hasExpectedTtl = ours.defaultTtl === undefined ? !expires : defaultTtl === ours.defaultTtl;
  return [
    ...(partitionKey?.paths.join() === wanted ? [] : [{ kind: 'otherKey', container, wanted } as const]),
    ...(hasExpectedTtl ? [] : [{ kind: 'otherLifetime', container } as const]),
    ...(missing.length > 0 ? [{ kind: 'notIndexed', container, paths: missing } as const] : []),
  ];
}

function toFinding(last: CosmosResponse | undefined, wasSent: boolean): CosmosFinding {
  if (last === undefined) return wasSent ? { kind: 'unreached', why: 'late' } : { kind: 'noIdentity' };
  if (last.kind === 'lost' || last.kind === 'unsent') {
    return {
      kind: 'unreached',
      why: unreachableReasons.get(last.code ?? '') ?? (last.code === 'ECONNRESET' ? 'cut' : 'late'),
    };
  }
  if (last.status === 401) return { kind: 'notSigned' };
  if (last.status === 403) return { kind: 'forbidden', byRole: isRoleSubstatus(last.substatus) };
  return { kind: 'odd', status: last.status };
}

/** Finds all problems at once, reading definitions alone. Never rejects for a finding. */
export async function probeCosmos(
  account: Omit<CosmosAccount, 'retries' | 'requestTimeoutMs'> & { readonly database: string },
): Promise<readonly CosmosFinding[]> {
  const { deadlineMs } = account;
  const connection = createCosmosConnection({ ...account, retries: 0, requestTimeoutMs: deadlineMs });
  const calls = createCosmosRetrier(connection.http, { retries: 0, deadlineMs });
  async function readDefinition(
    work: (options: { readonly abortSignal?: AbortSignal }) => Promise<{ readonly resource?: unknown }>,
  ): Promise<{ readonly found: unknown } | 'missing' | CosmosFinding> {
    let wasSent = false;
    const noted = createCallRecorder();
    const notes = { ...noted, recordRequest: () => void (wasSent = true) };
    try {
      const { resource } = await calls.read((options) => connection.http.runRecorded(notes, () => work(options)));
      const found: unknown = resource;
      return found === undefined ? 'missing' : { found };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const last = notes.last();
      return last?.kind === 'status' && last.status === 404 ? 'missing' : toFinding(last, wasSent);
    }
  }
  try {
    const database = connection.client.database(account.database);
    const stored = await readDefinition((options) => database.read(options));
    if (stored === 'missing') return [{ kind: 'noDatabase' }];
    if ('kind' in stored) return [stored];
    const found = await Promise.all(
      containerNames.map(async (container): Promise<readonly CosmosFinding[]> => {
        const layout = await readDefinition((options) => database.container(container).read(options));
        if (layout === 'missing') return [{ kind: 'noContainer', container }];
        return 'kind' in layout ? [layout] : checkContainer(container, layout.found);
      }),
    );
    return found.flat();
  } finally {
    connection.close();
  }
}

const acceptedConsistencyLevels = ['Strong', 'BoundedStaleness'];

export async function probeAccountConsistency(
  account: Omit<CosmosAccount, 'retries' | 'requestTimeoutMs' | 'followsRegions'>,
) {
  const { deadlineMs } = account;
  const connection = createCosmosConnection({
    ...account,
    retries: 0,
    requestTimeoutMs: deadlineMs,
    followsRegions: false,
  });
  const calls = createCosmosRetrier(connection.http, { retries: 0, deadlineMs });
  try {
    const { resource } = await calls.read((options) => connection.client.getDatabaseAccount(options));
    return {
      isWeak: !acceptedConsistencyLevels.includes(String(resource?.consistencyPolicy)),
      hasManyWriters: resource?.enableMultipleWritableLocations === true,
    };
  } finally {
    connection.close();
  }
}
