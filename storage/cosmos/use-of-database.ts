import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { LaterUse } from '../../concerns/ports/store.ts';
import { parsed } from '../parsed.ts';
import { expectUsable, isOurs, laterUse, ourVersion, storeVersionSchema } from '../store-version.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const id = 'version';
const etagSchema = z.object({ _etag: z.string() });
const mostTries = 12;

const useIn = (document: unknown) => storeVersionSchema.safeParse(document).data;

/** Throws StoreError `tooNew` if a newer version used the database and no longer lets this one use it. */
export async function expectOfUse(state: CosmosDocuments): Promise<void> {
  const document = await state.read(id, id);
  expectUsable(useIn(document));
  if (document !== undefined && useIn(document) === undefined) throw new StoreError('tooNew');
}

export async function lastUse(state: CosmosDocuments): Promise<LaterUse | undefined> {
  const use = useIn(await state.read(id, id));
  return use && { number: use.number, release: use.release };
}

/** Notes that this version uses a database. Returns a newer version that did, whose note stays. Throws StoreError. */
export async function noteUse(state: CosmosDocuments): Promise<LaterUse | undefined> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const document = await state.read(id, id);
    const standing = useIn(document);
    const later = laterUse(standing);
    if (later !== undefined || isOurs(standing)) return later;
    const writeId = randomUUID();
    const resourceBody = { ...documentOf({ ...ourVersion, type: 'version', writeId }), id };
    const operation =
      document === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: parsed(etagSchema, document)._etag, resourceBody } as const);
    if ((await state.batch(id, [operation], { id, writeId })).kind === 'done') return undefined;
  }
  throw new StoreError('busy');
}
