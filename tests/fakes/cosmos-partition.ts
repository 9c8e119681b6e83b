import { z } from 'zod';

// `{}` stands for a document that lacks the path, as in the protocol.
const part = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({})]);

/** The values of a partition key, outermost first. Fewer than the container has paths is a prefix. */
export type PartitionKey = readonly z.infer<typeof part>[];

/** The key in the header of a request. Without header, undefined; a header that is not a key is 'invalid'. */
export function parsePartitionKey(header: string | string[] | undefined): PartitionKey | 'invalid' | undefined {
  if (header === undefined) return undefined;
  try {
    return z
      .array(part)
      .max(3)
      .parse(JSON.parse(String(header)));
  } catch {
    return 'invalid';
  }
}

/** The value of a field; undefined where there is none. Asked of every document: no parser goes through the others. */
const getField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, name) : undefined;

/** The value at a path such as `/a/b`; undefined where there is none. */
export function getPath(document: unknown, path: string): unknown {
  return path.slice(1).split('/').reduce<unknown>(getField, document);
}

/** The key that a document says it belongs to. A value that cannot be a key becomes 'invalid'. */
export function getPartitionKey(document: unknown, paths: readonly string[]): PartitionKey | 'invalid' {
  const values = paths.map((path) => getPath(document, path) ?? (getPath(document, path) === null ? null : {}));
  return z.array(part).safeParse(values).data ?? 'invalid';
}

/** Whether `key` is `prefix` or begins with it. */
export const startsWithKey = (key: PartitionKey, prefix: PartitionKey): boolean =>
  JSON.stringify(key.slice(0, prefix.length)) === JSON.stringify(prefix);
