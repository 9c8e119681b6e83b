import { z } from 'zod';

const path = z.string().startsWith('/');
const paths = z.array(z.looseObject({ path })).default([]);

/** What a container was made with, as far as it decides how its documents behave. */
export const containerSchema = z.looseObject({
  _rid: z.string(),
  _self: z.string(),
  partitionKey: z.looseObject({ paths: z.array(path).min(1) }).default({ paths: ['/_partitionKey'] }),
  /** Seconds; -1: only documents with a ttl of their own expire; absent: none does. */
  defaultTtl: z.int().optional(),
  uniqueKeyPolicy: z.looseObject({ uniqueKeys: z.array(z.looseObject({ paths: z.array(path) })) }).optional(),
  indexingPolicy: z
    .looseObject({
      includedPaths: paths,
      excludedPaths: paths,
      compositeIndexes: z
        .array(z.array(z.looseObject({ path, order: z.enum(['ascending', 'descending']).default('ascending') })))
        .default([]),
    })
    .prefault({}),
});

export type CosmosContainer = z.infer<typeof containerSchema>;

const matchesPath = (pattern: string, wanted: string): boolean => {
  const base = pattern.replace(/\/[*?]$/, '');
  return pattern.endsWith('/*') ? wanted === base || wanted.startsWith(`${base}/`) : wanted === base;
};

/** Whether the value at a path is indexed: the longest pattern that covers it decides. */
export function isIndexed({ indexingPolicy }: CosmosContainer, wanted: string): boolean {
  const longest = (patterns: readonly { readonly path: string }[]): number =>
    Math.max(
      -1,
      ...patterns.filter((pattern) => matchesPath(pattern.path, wanted)).map((pattern) => pattern.path.length),
    );
  const included = longest(indexingPolicy.includedPaths);
  const excluded = longest(indexingPolicy.excludedPaths);
  const noPolicy = indexingPolicy.includedPaths.length === 0 && indexingPolicy.excludedPaths.length === 0;
  return noPolicy || included > excluded;
}
