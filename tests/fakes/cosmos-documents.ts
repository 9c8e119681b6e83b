import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CosmosContainer } from './cosmos-container.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import { type PartitionKey, getPartitionKey, startsWithKey, getPath } from './cosmos-partition.ts';

// Cosmos takes more than this subset of characters on some paths, and loses the document on others.
const bodySchema = z.looseObject({
  id: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\?#]*$/)
    .refine((id) => !id.endsWith(' ')),
  ttl: z.union([z.literal(-1), z.int().min(1).max(2_147_483_647), z.null()]).optional(),
});

type Body = z.infer<typeof bodySchema>;
type ValidationResult = { readonly body: Body } | { readonly refused: CosmosOutcome };
export type StoredDocument = Body & { readonly _rid: string; readonly _etag: string; readonly _ts: number };
interface StoredSlot {
  readonly key: PartitionKey;
  readonly document: StoredDocument;
}

/** The documents of one container, with Cosmos' rules about keys, ids, ETags, uniqueness and expiry. */
export interface CosmosDocuments {
  create(key: PartitionKey, body: unknown): CosmosOutcome;
  /** Without `ifMatch`, whatever stands there is replaced. */
  replace(key: PartitionKey, id: string, body: unknown, ifMatch?: string): CosmosOutcome;
  upsert(key: PartitionKey, body: unknown, ifMatch?: string): CosmosOutcome;
  read(key: PartitionKey, id: string, ifNoneMatch?: string): CosmosOutcome;
  delete(key: PartitionKey, id: string, ifMatch?: string): CosmosOutcome;
  /** Those alive whose key begins with `prefix`, as they were made; all of them for an empty one. Not to be written into. */
  list(prefix: PartitionKey): readonly StoredDocument[];
  /** How often anything was changed. */
  changes(): number;
  /** Remembers everything as it is; the function given back restores it. */
  snapshot(): () => void;
}

/** `now` in milliseconds. Nothing given in or out is shared with what is kept: documents are text inside. */
export function createCosmosDocuments(container: () => CosmosContainer, now: () => number): CosmosDocuments {
  let held = new Map<string, StoredSlot>();
  let made = 0;
  let changes = 0;
  const slot = (key: PartitionKey, id: string): string => JSON.stringify([key, id]);
  const seconds = (): number => Math.floor(now() / 1_000);

  const isAlive = ({ document }: StoredSlot): boolean => {
    const { defaultTtl } = container();
    if (defaultTtl === undefined) return true;
    const ttl = document.ttl ?? defaultTtl;
    return ttl === -1 || document._ts + ttl > seconds();
  };
  const find = (key: PartitionKey, id: string): StoredDocument | undefined => {
    const found = held.get(slot(key, id));
    if (found && isAlive(found)) return found.document;
    held.delete(slot(key, id));
    return undefined;
  };
  const isTaken = (key: PartitionKey, body: Body): boolean => {
    const rules = container().uniqueKeyPolicy?.uniqueKeys ?? [];
    if (rules.length === 0) return false;
    const values = (document: unknown): string[] =>
      rules.map((rule) => JSON.stringify(rule.paths.map((path) => getPath(document, path) ?? null)));
    const wanted = values(body);
    return [...held.values()].some(
      (other) =>
        isAlive(other) &&
        slot(other.key, '') === slot(key, '') &&
        other.document.id !== body.id &&
        values(other.document).some((value, place) => value === wanted[place]),
    );
  };

  const checked = (key: PartitionKey, given: unknown): ValidationResult => {
    const body = bodySchema.safeParse(given);
    if (!body.success) return { refused: errorOutcome(400, 'One of the specified inputs is invalid: id or ttl.') };
    const { paths } = container().partitionKey;
    const own = getPartitionKey(body.data, paths);
    if (own === 'invalid' || slot(own, '') !== slot(key, '')) {
      const message = "PartitionKey extracted from document doesn't match the one specified in the header.";
      return { refused: errorOutcome(400, message, 1001) };
    }
    if (isTaken(key, body.data)) return { refused: errorOutcome(409, 'Unique index constraint violation.') };
    return { body: body.data };
  };
  const missing = (): CosmosOutcome => errorOutcome(404, 'Entity with the specified id does not exist in the system.');
  const stale = (): CosmosOutcome =>
    errorOutcome(412, 'Operation cannot be performed because one of the specified precondition is not met.');
  const differs = (ifMatch: string | undefined, { _etag }: StoredDocument): boolean =>
    ifMatch !== undefined && ifMatch !== '*' && ifMatch !== _etag;

  const put = (key: PartitionKey, body: Body, status: number, rid?: string): CosmosOutcome => {
    const { _rid, _self } = container();
    if (rid === undefined) made += 1;
    const ownRid = rid ?? `${_rid}${made.toString(16).padStart(12, '0')}`;
    const etag = `"${randomUUID()}"`;
    const document = { ...body, _rid: ownRid, _self: `${_self}/docs/${ownRid}/`, _etag: etag, _ts: seconds() };
    held.set(slot(key, body.id), { key, document: structuredClone(document) });
    changes += 1;
    return { status, body: document, etag };
  };

  return {
    create(key, given) {
      const each = checked(key, given);
      if ('refused' in each) return each.refused;
      const { body } = each;
      if (find(key, body.id)) return errorOutcome(409, 'Resource with specified id or name already exists.');
      return put(key, body, 201);
    },
    replace(key, id, given, ifMatch) {
      const each = checked(key, given);
      if ('refused' in each) return each.refused;
      const { body } = each;
      if (body.id !== id) return errorOutcome(400, 'Replacing id is not allowed.');
      const old = find(key, id);
      if (!old) return missing();
      return differs(ifMatch, old) ? stale() : put(key, body, 200, old._rid);
    },
    upsert(key, given, ifMatch) {
      const each = checked(key, given);
      if ('refused' in each) return each.refused;
      const { body } = each;
      const old = find(key, body.id);
      if (!old) return put(key, body, 201);
      return differs(ifMatch, old) ? stale() : put(key, body, 200, old._rid);
    },
    read(key, id, ifNoneMatch) {
      const found = find(key, id);
      if (!found) return missing();
      if (ifNoneMatch === found._etag) return { status: 304, etag: found._etag };
      return { status: 200, body: structuredClone(found), etag: found._etag };
    },
    delete(key, id, ifMatch) {
      const old = find(key, id);
      if (!old) return missing();
      if (differs(ifMatch, old)) return stale();
      held.delete(slot(key, id));
      changes += 1;
      return { status: 204 };
    },
    list: (prefix) =>
      [...held.values()]
        .filter((each) => isAlive(each) && startsWithKey(each.key, prefix))
        .map((each) => each.document),
    changes: () => changes,
    snapshot() {
      const kept = new Map(held);
      return () => {
        held = kept;
        changes += 1;
      };
    },
  };
}
