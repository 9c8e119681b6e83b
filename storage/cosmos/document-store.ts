import { randomUUID } from 'node:crypto';
import type { JSONObject, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import {
  compareKeys,
  type DocumentStore,
  type RecordKey,
  type RecordKindDefinition,
  type StoredRecord,
  type QueryTerm,
  type RecordWrite,
} from '../document-store.ts';
import {
  extraFields,
  tryParseRecord,
  nextFormatVersion,
  type DecodedVersion,
  decodeVersion,
  parseStored,
  nextVersion,
  encodeVersion,
} from '../record-codec.ts';
import type { ContainerName } from './containers.ts';
import { type BatchOutcome, type CosmosDocuments, toDocument, isEtag, documentVersion } from './container-client.ts';

const storedDocumentSchema = z.looseObject({ id: z.string(), _etag: z.string() });
const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

/** An unreadable one is written back unchanged, so that it keeps no one from stopping a campaign. */
function parseEntries(field: string, document: unknown): readonly unknown[] {
  const entries = document === undefined ? undefined : parseStored(fieldsSchema, document)[field];
  return entries === undefined ? [] : [entries].flat();
}

const numericKeyParts: readonly string[] = ['sequence', 'number'];

/** No part of a key holds a colon, unless it is the only one. */
function parseDefaultKey({ kind, key }: RecordKindDefinition, id: string): RecordKey {
  const [names, rest] = [Object.keys(key), id.slice(kind.length + 1)];
  const parts = names.length === 1 ? [rest] : rest.split(':');
  return parts.map((part, at) => (numericKeyParts.includes(names[at] ?? '') ? Number(part) : part));
}

export function parseDocumentKey(kind: RecordKindDefinition, document: Fields): RecordKey {
  const partition = kind.document?.partition;
  const id = String(document['id']);
  return (
    kind.document?.parseKey(id, partition === undefined ? id : String(document[partition])) ?? parseDefaultKey(kind, id)
  );
}

export const getContainerName = ({ document }: RecordKindDefinition): ContainerName => document?.container ?? 'state';

export function getDocumentLocation(
  { kind, document }: RecordKindDefinition,
  key: RecordKey,
): { readonly id: string; readonly partition: string } {
  const id = document?.id(key) ?? [kind, ...key].join(':');
  return { id, partition: document?.partition === undefined ? id : String(key[0]) };
}

export function createDocument(
  kind: RecordKindDefinition,
  value: object,
  { record = value, beside, also }: { readonly record?: object; readonly beside: object; readonly also: object },
): JSONObject & { id: string } {
  const { id, partition } = getDocumentLocation(kind, kind.getKey(value));
  const found = Object.entries(kind.derivedFields ?? {}).map(([field, worked]) => [field, worked.getValue(value)]);
  const fields = {
    ...beside,
    ...(kind.recordField === undefined ? record : { [kind.recordField]: record }),
    ...Object.fromEntries(found.filter(([, worked]) => worked !== false)),
    ...(kind.document?.condition === undefined && { type: kind.kind }),
    ...(kind.document?.partition !== undefined && { [kind.document.partition]: partition }),
    ...also,
  };
  return { ...toDocument(fields), id };
}

export function createDocumentQuery(
  { kind, document }: RecordKindDefinition,
  selected: string,
  terms: readonly QueryTerm[],
) {
  const inside = terms.find(([field, is]) => field === document?.partition && is === '=');
  const others = terms.filter((term) => term !== inside);
  const asked = others.map(([field, is], at) => `c.${field} ${is} @value${at}`);
  const ofKind = document?.condition === undefined ? ['c.type = @type'] : others.length > 0 ? [] : [document.condition];
  return {
    querySpec: {
      query: `SELECT ${selected} FROM c WHERE ${[...ofKind, ...asked].join(' AND ')}`,
      parameters: [
        ...(document?.condition === undefined ? [{ name: '@type', value: kind }] : []),
        ...others.map(([, , value], at) => ({ name: `@value${at}`, value })),
      ],
    },
    partition: inside && String(inside[2]),
  };
}

const maxTries = 12;

export function createCosmosDocumentStore(containers: Readonly<Record<ContainerName, CosmosDocuments>>): DocumentStore {
  const getContainer = (kind: RecordKindDefinition): CosmosDocuments => containers[getContainerName(kind)];

  function parseStoredRecord(kind: RecordKindDefinition, document: unknown): StoredRecord {
    const fields = parseStored(storedDocumentSchema, document);
    return { key: parseDocumentKey(kind, fields), document, version: fields._etag, recordField: kind.recordField };
  }

  async function read(kind: RecordKindDefinition, key: RecordKey): Promise<StoredRecord | undefined> {
    const { id, partition } = getDocumentLocation(kind, key);
    const document = await getContainer(kind).read(id, partition);
    return document === undefined ? undefined : parseStoredRecord(kind, document);
  }

  async function keys(
    kind: RecordKindDefinition,
    terms: readonly QueryTerm[],
    max?: number,
  ): ReturnType<DocumentStore['keys']> {
    const also = kind.document?.partition === undefined ? '' : `, c.${kind.document.partition}`;
    const top = max === undefined ? '' : `TOP ${max} `;
    const selected = `${top}c.id${also}, c._etag, c.shape, c.oldestWriter`;
    const { querySpec, partition } = createDocumentQuery(kind, selected, terms);
    return (await getContainer(kind).query(querySpec, partition)).map((document) => ({
      key: parseStoredRecord(kind, document).key,
      version: documentVersion(kind.kind, document),
    }));
  }

  function createOperation(
    kind: RecordKindDefinition,
    value: object,
    {
      version,
      formatVersion: mark,
      beside = value,
      ...also
    }: Partial<DecodedVersion> & { beside?: object; writeId: string },
  ): OperationInput {
    const resourceBody = createDocument(kind, value, { beside: extraFields(kind.kind, beside, mark), also });
    return version === undefined
      ? { operationType: 'Create', resourceBody }
      : { operationType: 'Replace', id: resourceBody.id, ifMatch: version, resourceBody };
  }

  async function createWriteOperation({ kind, value, expectedVersion, entries = [] }: RecordWrite, writeId: string) {
    const at = expectedVersion === undefined ? undefined : decodeVersion(kind.kind, expectedVersion);
    if (kind.entries === undefined) return createOperation(kind, value, { ...at, writeId });
    const { field } = kind.entries;
    if (at === undefined) return createOperation(kind, value, { writeId, [field]: entries });
    const stored = await read(kind, kind.getKey(value));
    if (stored?.version !== at.version) return undefined;
    const storedValue = tryParseRecord(kind.kind, kind.schema, stored.document, kind.recordField);
    const beside = typeof storedValue === 'object' && storedValue !== null ? { beside: storedValue } : {};
    const all = [...parseEntries(field, stored.document), ...entries];
    return createOperation(kind, value, { ...at, ...beside, writeId, [field]: all });
  }

  async function batch(writes: readonly [RecordWrite, ...RecordWrite[]]): Promise<BatchOutcome> {
    if (writes.some(({ expectedVersion }) => expectedVersion !== undefined && !isEtag(expectedVersion)))
      return { kind: 'refused' };
    const writeId = randomUUID();
    const operations: OperationInput[] = [];
    for (const write of writes) {
      const operation = await createWriteOperation(write, writeId);
      if (operation === undefined) return { kind: 'refused' };
      operations.push(operation);
    }
    const [{ kind, value }] = writes;
    const { id, partition } = getDocumentLocation(kind, kind.getKey(value));
    return getContainer(kind).batch(partition, operations, { id, writeId });
  }

  async function readNewVersion(
    { kind, value, expectedVersion }: RecordWrite,
    etag: string | undefined,
  ): Promise<string> {
    if (etag !== undefined) return expectedVersion === undefined ? etag : nextVersion(kind.kind, expectedVersion, etag);
    const stored = await read(kind, kind.getKey(value));
    if (stored === undefined) throw new StoreError('broken');
    return encodeVersion(kind.kind, stored.document, stored.version);
  }

  return {
    read,
    keys,

    list: async (kind, terms = [], max) => {
      const fields = kind.entries ? `c.id, c.${kind.recordField}, c._etag, c.shape, c.oldestWriter` : '*';
      const selected = max === undefined ? fields : `TOP ${max} ${fields}`;
      const { querySpec, partition } = createDocumentQuery(kind, selected, terms);
      const ordered = max === undefined ? querySpec : { ...querySpec, query: `${querySpec.query} ORDER BY c.id` };
      const found = await getContainer(kind).query(ordered, partition);
      return found
        .map((document) => parseStoredRecord(kind, document))
        .toSorted((one, other) => compareKeys(one.key, other.key));
    },

    write: async (kind, value, expectedVersion, entries) =>
      (await batch([{ kind, value, expectedVersion, entries }])).kind === 'done',

    writeTogether: async ([first, ...others]) => {
      if (first === undefined) return [];
      const outcome = await batch([first, ...others]);
      if (outcome.kind === 'refused') return undefined;
      return Promise.all([first, ...others].map((write, at) => readNewVersion(write, outcome.etags?.[at])));
    },

    update: async (kind, key, make) => {
      const { id, partition } = getDocumentLocation(kind, key);
      for (let tried = 0; tried < maxTries; tried += 1) {
        const stored = await read(kind, key);
        const [mark, writeId] = [nextFormatVersion(kind.kind, stored?.document), randomUUID()];
        const operation = createOperation(kind, make(stored), {
          formatVersion: mark,
          version: stored?.version,
          writeId,
        });
        if ((await getContainer(kind).batch(partition, [operation], { id, writeId })).kind === 'done') return;
      }
      throw new StoreError('busy');
    },

    remove: async (kind, key) => {
      const { id, partition } = getDocumentLocation(kind, key);
      await getContainer(kind).remove(id, partition);
    },

    removeAll: async (kind, terms) => {
      for (const { key } of await keys(kind, terms)) {
        const { id, partition } = getDocumentLocation(kind, key);
        await getContainer(kind).remove(id, partition);
      }
    },

    entries: async (kind, key) =>
      kind.entries === undefined ? [] : parseEntries(kind.entries.field, (await read(kind, key))?.document),
  };
}
