import { randomUUID } from 'node:crypto';
import type { JSONObject } from '@azure/cosmos';
import type { z } from 'zod';
import type { PartnerStore } from '../../concerns/ports/partner-store.ts';
import { invitationSchema, organisationSchema, signInKeyOf } from '../../concerns/records/partner-record.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { besideOf } from '../kept.ts';
import { over as overOf } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, isEtag, versioned, versionedIfReadable } from './cosmos-documents.ts';

const organisationDocumentId = (id: string): string => `organisation:${id}`;
const invitationDocumentId = (id: string): string => `invitation:${id}`;

/** Organisations and their invitations in Cosmos DB, a document each. There are a few dozen of them. */
export function cosmosPartners(state: CosmosDocuments): PartnerStore {
  async function save(
    kind: 'organisation' | 'invitation',
    { id, value, fields = {} }: { readonly id: string; readonly value: object; readonly fields?: object },
    over: string | undefined,
  ): Promise<'saved' | 'moved'> {
    if (over !== undefined && !isEtag(over)) return 'moved';
    const standing = over === undefined ? undefined : overOf(kind, over);
    const writeId = randomUUID();
    const document = { ...besideOf(kind, value, standing?.mark), [kind]: value, ...fields, type: kind, writeId };
    const resourceBody: JSONObject & { id: string } = { ...documentOf(document), id };
    const operation =
      standing === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: standing.version, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done' ? 'saved' : 'moved';
  }
  const invitationOf = (document: unknown) => versioned('invitation', invitationSchema, document, 'invitation');
  async function readable<Schema extends z.ZodType>(
    kind: 'organisation' | 'invitation',
    schema: Schema,
  ): Promise<readonly Versioned<z.output<Schema>>[]> {
    const found = await state.query({
      query: 'SELECT * FROM c WHERE c.type = @kind',
      parameters: [{ name: '@kind', value: kind }],
    });
    return found.flatMap((document) => {
      const { value, version } = versionedIfReadable(kind, schema, document, kind);
      return value === undefined ? [] : [{ value, version }];
    });
  }

  return {
    organisations: () => readable('organisation', organisationSchema),

    saveOrganisation: (organisation, over) =>
      save('organisation', { id: organisationDocumentId(organisation.id), value: organisation }, over),

    invitations: () => readable('invitation', invitationSchema),

    findInvitation: async (by) => {
      if ('id' in by) {
        const id = invitationDocumentId(by.id);
        const document = await state.read(id, id);
        return document === undefined ? undefined : invitationOf(document);
      }
      const [document] = await state.query({
        query: `SELECT * FROM c WHERE c.type = 'invitation' AND c.signIn = @signIn`,
        parameters: [{ name: '@signIn', value: by.signIn }],
      });
      return document === undefined ? undefined : invitationOf(document);
    },

    saveInvitation: (invitation, over) =>
      save(
        'invitation',
        {
          id: invitationDocumentId(invitation.id),
          value: invitation,
          ...(invitation.access && { fields: { signIn: signInKeyOf(invitation.access) } }),
        },
        over,
      ),
  };
}
