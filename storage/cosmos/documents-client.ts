import type { Container, JSONObject, OperationInput, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed, parsedJson, type RecordKind, versionOf } from '../record-codec.ts';
import type { CosmosCalls } from './cosmos-client.ts';

/** Its `writeId` tells whether an attempt with a lost answer was carried out. */
export interface Marker {
  readonly id: string;
  readonly writeId: string;
}

/** The ETags of what was written, in its order; missing if an earlier attempt, whose answer was lost, wrote it. */
export type BatchOutcome = { readonly kind: 'done'; readonly etags?: readonly string[] } | { readonly kind: 'refused' };

export interface CosmosDocuments {
  read(id: string, partition: string): Promise<unknown>;
  query(question: SqlQuerySpec, partition?: string): Promise<readonly unknown[]>;
  planned(question: SqlQuerySpec): Promise<readonly unknown[]>;
  count(question: SqlQuerySpec, most: number): Promise<number>;
  upsert(document: JSONObject, partition: string): Promise<void>;
  keepFirst(id: string, document: JSONObject): Promise<unknown>;
  remove(id: string, partition: string): Promise<void>;
  /** All or nothing. `refused`: something exists, is missing or has moved on. */
  batch(partition: string, operations: readonly OperationInput[], marker: Marker): Promise<BatchOutcome>;
}

const documentSchema = z.record(z.string(), z.json());
const etagSchema = z.object({ _etag: z.string() });
const markerSchema = z.object({ writeId: z.string().optional() });

export const documentOf = (fields: object): JSONObject => parsedJson(documentSchema, JSON.stringify(fields));

export const versionIn = (kind: RecordKind, document: unknown, isReadable = true): string =>
  versionOf(kind, document, parsed(etagSchema, document)._etag, isReadable);

const largestPage = 1_000;
/**
 * Without it Microsoft's client assembles ordered results from answers of ten: five round trips for a page of a list.
 */
const atOnce = { maxItemCount: largestPage } as const;

/** A missing If-Match and `*` are true of anything, so neither is a version. */
export const isEtag = (version: string): boolean => version !== '' && version !== '*';

export function cosmosDocuments(container: Container, calls: CosmosCalls): CosmosDocuments {
  const read: CosmosDocuments['read'] = async (id, partition) => {
    const response = await calls.read((options) => container.item(id, partition).read(options));
    // A missing container answers 404 as a missing document does, and must never pass for one.
    if (response.statusCode === 404 && response.substatus) throw new StoreError('unavailable', 'cosmos 404');
    const document: unknown = response.resource;
    return document;
  };

  // Every write is a batch, even of a single document: its answer names each document that was written.
  const write = (partition: string, operations: readonly OperationInput[], look: () => Promise<boolean>) =>
    calls.write(
      // The SDK writes into the operations it is given: each attempt gets its own.
      (options) => container.items.batch(structuredClone([...operations]), partition, options),
      {
        // 424 tells only that another operation of the batch was refused.
        refusal: ({ result }) =>
          result?.map(({ statusCode }) => statusCode).find((code) => code >= 300 && code !== 424),
        look,
      },
    );

  return {
    read,

    query: async (question, partition) => {
      const scope = partition === undefined ? {} : { partitionKey: partition };
      const found = await calls.read((options) =>
        container.items.query<unknown>(question, { ...options, ...atOnce, ...scope }).fetchAll(),
      );
      return found.resources;
    },

    planned: async (question) => {
      const found = await calls.read((options) =>
        container.items.query<unknown>(question, { ...options, ...atOnce, forceQueryPlan: true }).fetchAll(),
      );
      return found.resources;
    },

    count: ({ query, parameters = [] }, most) =>
      calls.read(async (options) => {
        const question = {
          query: query.replace(/^SELECT /u, 'SELECT TOP @most '),
          parameters: [...parameters, { name: '@most', value: most }],
        };
        const pages = container.items.query<unknown>(question, {
          ...options,
          forceQueryPlan: true,
          maxItemCount: Math.min(most, largestPage),
        });
        let counted = 0;
        while (counted < most && pages.hasMoreResults()) {
          const { resources } = await pages.fetchNext();
          counted += [resources].flat().filter((each) => each !== undefined).length;
        }
        return Math.min(counted, most);
      }),

    upsert: async (document, partition) => {
      // A removal leaves nothing by which one attempt could be told from another.
      const look = async () => false;
      const written = await write(partition, [{ operationType: 'Upsert', resourceBody: document }], look);
      if (written.kind === 'refused') throw new StoreError('broken', `cosmos ${written.status}`);
    },

    keepFirst: async (id, document) => {
      const look = async () => (await read(id, id)) !== undefined;
      const operation = { operationType: 'Create', resourceBody: { ...document, id } } as const;
      if ((await write(id, [operation], look)).kind === 'done') return document;
      const standing = await read(id, id);
      if (standing === undefined) throw new StoreError('busy');
      return standing;
    },

    remove: async (id, partition) => {
      const look = async () => (await read(id, partition)) === undefined;
      const written = await write(partition, [{ operationType: 'Delete', id }], look);
      if (written.kind === 'refused' && written.status !== 404) {
        throw new StoreError('broken', `cosmos ${written.status}`);
      }
    },

    batch: async (partition, operations, marker) => {
      const look = async () => {
        const document = await read(marker.id, partition);
        return document !== undefined && parsed(markerSchema, document).writeId === marker.writeId;
      };
      const written = await write(partition, operations, look);
      if (written.kind !== 'done') return { kind: written.kind === 'stands' ? 'done' : 'refused' };
      return { kind: 'done', etags: (written.value.result ?? []).map(({ eTag }) => eTag ?? '') };
    },
  };
}
