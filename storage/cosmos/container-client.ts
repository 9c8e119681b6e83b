import type { Container, JSONObject, OperationInput, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored, parseStoredJson, type RecordKind, encodeVersion } from '../record-codec.ts';
import type { CosmosRetrier } from './cosmos-client.ts';

/** `writeId` shows whether an attempt with a lost answer was carried out. */
export interface WriteMarker {
  readonly id: string;
  readonly writeId: string;
}

/** ETags, in order; missing if an earlier attempt with a lost answer wrote. */
export type BatchOutcome = { readonly kind: 'done'; readonly etags?: readonly string[] } | { readonly kind: 'refused' };

export interface CosmosDocuments {
  read(id: string, partition: string): Promise<unknown>;
  query(querySpec: SqlQuerySpec, partition?: string): Promise<readonly unknown[]>;
  queryWithPlan(querySpec: SqlQuerySpec): Promise<readonly unknown[]>;
  count(querySpec: SqlQuerySpec, max: number): Promise<number>;
  upsert(document: JSONObject, partition: string): Promise<void>;
  createIfMissing(id: string, document: JSONObject): Promise<unknown>;
  remove(id: string, partition: string): Promise<void>;
  /** All or nothing. `refused`: something exists, is missing or has changed. */
  batch(partition: string, operations: readonly OperationInput[], marker: WriteMarker): Promise<BatchOutcome>;
}

const documentSchema = z.record(z.string(), z.json());
const etagSchema = z.object({ _etag: z.string() });
const markerSchema = z.object({ writeId: z.string().optional() });

export const toDocument = (fields: object): JSONObject => parseStoredJson(documentSchema, JSON.stringify(fields));

export const documentVersion = (kind: RecordKind, document: unknown, isReadable = true): string =>
  encodeVersion(kind, document, parseStored(etagSchema, document)._etag, isReadable);

const maxPageSize = 1_000;
/** The SDK would otherwise assemble ordered results from answers of ten: five round trips a page. */
const queryOptions = { maxItemCount: maxPageSize } as const;

/** A missing If-Match and `*` match anything, so neither is a version. */
export const isEtag = (version: string): boolean => version !== '' && version !== '*';

export function createCosmosContainerDocuments(container: Container, calls: CosmosRetrier): CosmosDocuments {
  const read: CosmosDocuments['read'] = async (id, partition) => {
    const response = await calls.read((options) => container.item(id, partition).read(options));
    // A missing container answers 404 too, and must never pass for a missing document.
    if (response.statusCode === 404 && response.substatus) throw new StoreError('unavailable', 'cosmos 404');
    const document: unknown = response.resource;
    return document;
  };

  // A batch even for one document: its answer names each document written.
  const write = (partition: string, operations: readonly OperationInput[], isWritten: () => Promise<boolean>) =>
    calls.write(
      // The SDK changes the operations: each attempt gets its own.
      (options) => container.items.batch(structuredClone([...operations]), partition, options),
      {
        // 424: another operation of the batch was refused.
        refusal: ({ result }) =>
          result?.map(({ statusCode }) => statusCode).find((code) => code >= 300 && code !== 424),
        isWritten,
      },
    );

  return {
    read,

    query: async (querySpec, partition) => {
      const scope = partition === undefined ? {} : { partitionKey: partition };
      const found = await calls.read((options) =>
        container.items.query<unknown>(querySpec, { ...options, ...queryOptions, ...scope }).fetchAll(),
      );
      return found.resources;
    },

    queryWithPlan: async (querySpec) => {
      const found = await calls.read((options) =>
        container.items.query<unknown>(querySpec, { ...options, ...queryOptions, forceQueryPlan: true }).fetchAll(),
      );
      return found.resources;
    },

    count: ({ query, parameters = [] }, max) =>
      calls.read(async (options) => {
        const querySpec = {
          query: query.replace(/^SELECT /u, 'SELECT TOP @most '),
          parameters: [...parameters, { name: '@most', value: max }],
        };
        const pages = container.items.query<unknown>(querySpec, {
          ...options,
          forceQueryPlan: true,
          maxItemCount: Math.min(max, maxPageSize),
        });
        let counted = 0;
        while (counted < max && pages.hasMoreResults()) {
          const { resources } = await pages.fetchNext();
          counted += [resources].flat().filter((each) => each !== undefined).length;
        }
        return Math.min(counted, max);
      }),

    upsert: async (document, partition) => {
      // A removal leaves nothing to tell attempts apart by.
      const isWritten = async () => false;
      const written = await write(partition, [{ operationType: 'Upsert', resourceBody: document }], isWritten);
      if (written.kind === 'refused') throw new StoreError('broken', `cosmos ${written.status}`);
    },

    createIfMissing: async (id, document) => {
      const isWritten = async () => (await read(id, id)) !== undefined;
      const operation = { operationType: 'Create', resourceBody: { ...document, id } } as const;
      if ((await write(id, [operation], isWritten)).kind === 'done') return document;
      const stored = await read(id, id);
      if (stored === undefined) throw new StoreError('busy');
      return stored;
    },

    remove: async (id, partition) => {
      const isWritten = async () => (await read(id, partition)) === undefined;
      const written = await write(partition, [{ operationType: 'Delete', id }], isWritten);
      if (written.kind === 'refused' && written.status !== 404) {
        throw new StoreError('broken', `cosmos ${written.status}`);
      }
    },

    batch: async (partition, operations, marker) => {
      const isWritten = async () => {
        const document = await read(marker.id, partition);
        return document !== undefined && parseStored(markerSchema, document).writeId === marker.writeId;
      };
      const written = await write(partition, operations, isWritten);
      if (written.kind !== 'done') return { kind: written.kind === 'stands' ? 'done' : 'refused' };
      return { kind: 'done', etags: (written.value.result ?? []).map(({ eTag }) => eTag ?? '') };
    },
  };
}
