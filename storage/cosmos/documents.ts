import { randomUUID } from 'node:crypto';
import type { JSONObject, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import {
  compareKeys,
  type Documents,
  type Key,
  type Kind,
  type Standing,
  type Term,
  type Write,
} from '../documents.ts';
import {
  besideOf,
  keptIfReadable,
  markOver,
  type Over,
  over as overOf,
  parsed,
  versionAfter,
  versionOf,
} from '../record-codec.ts';
import type { ContainerName } from './containers.ts';
import { type BatchOutcome, type CosmosDocuments, documentOf, isEtag, versionIn } from './documents-client.ts';

const standingSchema = z.looseObject({ id: z.string(), _etag: z.string() });
const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

/** One that cannot be read is written back unchanged, so that it keeps no one from stopping a campaign. */
function entriesIn(field: string, document: unknown): readonly unknown[] {
  const entries = document === undefined ? undefined : parsed(fieldsSchema, document)[field];
  return entries === undefined ? [] : [entries].flat();
}

const numbers: readonly string[] = ['sequence', 'number'];

/** No part of a key holds a colon, unless it is the only part. */
function keyInId({ kind, key }: Kind, id: string): Key {
  const [names, rest] = [Object.keys(key), id.slice(kind.length + 1)];
  const parts = names.length === 1 ? [rest] : rest.split(':');
  return parts.map((part, at) => (numbers.includes(names[at] ?? '') ? Number(part) : part));
}

export function keyIn(kind: Kind, document: Fields): Key {
  const partition = kind.document?.partition;
  const id = String(document['id']);
  return kind.document?.keyIn(id, partition === undefined ? id : String(document[partition])) ?? keyInId(kind, id);
}

export const containerOf = ({ document }: Kind): ContainerName => document?.container ?? 'state';

export function placeOf({ kind, document }: Kind, key: Key): { readonly id: string; readonly partition: string } {
  const id = document?.id(key) ?? [kind, ...key].join(':');
  return { id, partition: document?.partition === undefined ? id : String(key[0]) };
}

export function documentFor(
  kind: Kind,
  value: object,
  { record = value, beside, also }: { readonly record?: object; readonly beside: object; readonly also: object },
): JSONObject & { id: string } {
  const { id, partition } = placeOf(kind, kind.keyOf(value));
  const found = Object.entries(kind.found ?? {}).map(([field, worked]) => [field, worked.of(value)]);
  const fields = {
    ...beside,
    ...(kind.under === undefined ? record : { [kind.under]: record }),
    ...Object.fromEntries(found.filter(([, worked]) => worked !== false)),
    ...(kind.document?.condition === undefined && { type: kind.kind }),
    ...(kind.document?.partition !== undefined && { [kind.document.partition]: partition }),
    ...also,
  };
  return { ...documentOf(fields), id };
}

export function questionFor({ kind, document }: Kind, selected: string, terms: readonly Term[]) {
  const inside = terms.find(([field, is]) => field === document?.partition && is === '=');
  const others = terms.filter((term) => term !== inside);
  const asked = others.map(([field, is], at) => `c.${field} ${is} @value${at}`);
  const ofKind = document?.condition === undefined ? ['c.type = @type'] : others.length > 0 ? [] : [document.condition];
  return {
    question: {
      query: `SELECT ${selected} FROM c WHERE ${[...ofKind, ...asked].join(' AND ')}`,
      parameters: [
        ...(document?.condition === undefined ? [{ name: '@type', value: kind }] : []),
        ...others.map(([, , value], at) => ({ name: `@value${at}`, value })),
      ],
    },
    partition: inside && String(inside[2]),
  };
}

const mostTries = 12;

export function documentsInCosmos(containers: Readonly<Record<ContainerName, CosmosDocuments>>): Documents {
  const of = (kind: Kind): CosmosDocuments => containers[containerOf(kind)];

  function standingIn(kind: Kind, document: unknown): Standing {
    const fields = parsed(standingSchema, document);
    return { key: keyIn(kind, fields), document, version: fields._etag, under: kind.under };
  }

  async function read(kind: Kind, key: Key): Promise<Standing | undefined> {
    const { id, partition } = placeOf(kind, key);
    const document = await of(kind).read(id, partition);
    return document === undefined ? undefined : standingIn(kind, document);
  }

  async function keys(kind: Kind, terms: readonly Term[], most?: number): ReturnType<Documents['keys']> {
    const also = kind.document?.partition === undefined ? '' : `, c.${kind.document.partition}`;
    const top = most === undefined ? '' : `TOP ${most} `;
    const selected = `${top}c.id${also}, c._etag, c.shape, c.oldestWriter`;
    const { question, partition } = questionFor(kind, selected, terms);
    return (await of(kind).query(question, partition)).map((document) => ({
      key: standingIn(kind, document).key,
      version: versionIn(kind.kind, document),
    }));
  }

  function operation(
    kind: Kind,
    value: object,
    { version, mark, beside = value, ...also }: Partial<Over> & { beside?: object; writeId: string },
  ): OperationInput {
    const resourceBody = documentFor(kind, value, { beside: besideOf(kind.kind, beside, mark), also });
    return version === undefined
      ? { operationType: 'Create', resourceBody }
      : { operationType: 'Replace', id: resourceBody.id, ifMatch: version, resourceBody };
  }

  async function operationOf({ kind, value, over, entries = [] }: Write, writeId: string) {
    const at = over === undefined ? undefined : overOf(kind.kind, over);
    if (kind.entries === undefined) return operation(kind, value, { ...at, writeId });
    const { field } = kind.entries;
    if (at === undefined) return operation(kind, value, { writeId, [field]: entries });
    const stands = await read(kind, kind.keyOf(value));
    if (stands?.version !== at.version) return undefined;
    const stood = keptIfReadable(kind.kind, kind.schema, stands.document, kind.under);
    const beside = typeof stood === 'object' && stood !== null ? { beside: stood } : {};
    const all = [...entriesIn(field, stands.document), ...entries];
    return operation(kind, value, { ...at, ...beside, writeId, [field]: all });
  }

  async function batch(writes: readonly [Write, ...Write[]]): Promise<BatchOutcome> {
    if (writes.some(({ over }) => over !== undefined && !isEtag(over))) return { kind: 'refused' };
    const writeId = randomUUID();
    const operations: OperationInput[] = [];
    for (const write of writes) {
      const made = await operationOf(write, writeId);
      if (made === undefined) return { kind: 'refused' };
      operations.push(made);
    }
    const [{ kind, value }] = writes;
    const { id, partition } = placeOf(kind, kind.keyOf(value));
    return of(kind).batch(partition, operations, { id, writeId });
  }

  async function versionNow({ kind, value, over }: Write, etag: string | undefined): Promise<string> {
    if (etag !== undefined) return over === undefined ? etag : versionAfter(kind.kind, over, etag);
    const stands = await read(kind, kind.keyOf(value));
    if (stands === undefined) throw new StoreError('broken');
    return versionOf(kind.kind, stands.document, stands.version);
  }

  return {
    read,
    keys,

    list: async (kind, terms = [], most) => {
      const fields = kind.entries ? `c.id, c.${kind.under}, c._etag, c.shape, c.oldestWriter` : '*';
      const selected = most === undefined ? fields : `TOP ${most} ${fields}`;
      const { question, partition } = questionFor(kind, selected, terms);
      const ordered = most === undefined ? question : { ...question, query: `${question.query} ORDER BY c.id` };
      const found = await of(kind).query(ordered, partition);
      return found
        .map((document) => standingIn(kind, document))
        .toSorted((one, other) => compareKeys(one.key, other.key));
    },

    write: async (kind, value, over, entries) => (await batch([{ kind, value, over, entries }])).kind === 'done',

    writeTogether: async ([first, ...others]) => {
      if (first === undefined) return [];
      const outcome = await batch([first, ...others]);
      if (outcome.kind === 'refused') return undefined;
      return Promise.all([first, ...others].map((write, at) => versionNow(write, outcome.etags?.[at])));
    },

    update: async (kind, key, make) => {
      const { id, partition } = placeOf(kind, key);
      for (let tried = 0; tried < mostTries; tried += 1) {
        const stands = await read(kind, key);
        const [mark, writeId] = [markOver(kind.kind, stands?.document), randomUUID()];
        const made = operation(kind, make(stands), { mark, version: stands?.version, writeId });
        if ((await of(kind).batch(partition, [made], { id, writeId })).kind === 'done') return;
      }
      throw new StoreError('busy');
    },

    remove: async (kind, key) => {
      const { id, partition } = placeOf(kind, key);
      await of(kind).remove(id, partition);
    },

    removeAll: async (kind, terms) => {
      for (const { key } of await keys(kind, terms)) {
        const { id, partition } = placeOf(kind, key);
        await of(kind).remove(id, partition);
      }
    },

    entries: async (kind, key) =>
      kind.entries === undefined ? [] : entriesIn(kind.entries.field, (await read(kind, key))?.document),
  };
}
