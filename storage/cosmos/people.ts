import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type People, type PersonRecord, personRecordSchema } from '../../concerns/ports/people.ts';
import { parsed } from '../parsed.ts';
import { isEtag, versioned } from './case-documents.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });
const documentId = (objectId: string): string => `person:${objectId}`;
const personDocument = (person: PersonRecord, writeId: string) =>
  documentOf({ ...person, id: documentId(person.objectId), type: 'person', writeId });

/** Those who have come to the tab, in Cosmos DB. */
export const cosmosPeople = (state: CosmosDocuments): People => ({
  read: async (objectId) => {
    const id = documentId(objectId);
    const document = await state.read(id, id);
    return document === undefined ? undefined : versioned(personRecordSchema, document);
  },

  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'person'` });
    return found.map((document) => parsed(personRecordSchema, document));
  },

  add: async (person) => {
    const writeId = randomUUID();
    const standing = await state.keepFirst(documentId(person.objectId), personDocument(person, writeId));
    return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
  },

  change: async ({ value, version }) => {
    if (!isEtag(version)) return 'conflict';
    const id = documentId(value.objectId);
    const writeId = randomUUID();
    const outcome = await state.batch(
      id,
      [
        {
          operationType: 'Replace',
          id,
          ifMatch: version,
          resourceBody: { ...personDocument(value, writeId), id },
        },
      ],
      { id, writeId },
    );
    return outcome.kind === 'done' ? 'changed' : 'conflict';
  },
});
