import { randomUUID } from 'node:crypto';
import type { JSONObject } from '@azure/cosmos';
import { z } from 'zod';
import type { PartnerStore } from '../../concerns/ports/partner-store.ts';
import { invitationSchema, organisationSchema, signInKeyOf } from '../../concerns/records/partner-record.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf, isEtag } from './cosmos-documents.ts';

const organisationDocumentSchema = z.object({ organisation: organisationSchema, _etag: z.string() });
const invitationDocumentSchema = z.object({ invitation: invitationSchema, _etag: z.string() });
const organisationDocumentId = (id: string): string => `organisation:${id}`;
const invitationDocumentId = (id: string): string => `invitation:${id}`;

/** Organisations and their invitations in Cosmos DB, a document each. There are a few dozen of them. */
export function cosmosPartners(state: CosmosDocuments): PartnerStore {
  async function save(id: string, fields: object, over: string | undefined): Promise<'saved' | 'moved'> {
    if (over !== undefined && !isEtag(over)) return 'moved';
    const writeId = randomUUID();
    const resourceBody: JSONObject & { id: string } = { ...documentOf({ ...fields, writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done' ? 'saved' : 'moved';
  }
  const invitationOf = (document: unknown) => {
    const { invitation, _etag } = parsed(invitationDocumentSchema, document);
    return { value: invitation, version: _etag };
  };

  return {
    organisations: async () => {
      const found = await state.query({ query: `SELECT c.organisation, c._etag FROM c WHERE c.type = 'organisation'` });
      return found.flatMap((document) => {
        const { data } = organisationDocumentSchema.safeParse(document);
        return data ? [{ value: data.organisation, version: data._etag }] : [];
      });
    },

    saveOrganisation: (organisation, over) =>
      save(organisationDocumentId(organisation.id), { organisation, type: 'organisation' }, over),

    invitations: async () => {
      const found = await state.query({ query: `SELECT c.invitation, c._etag FROM c WHERE c.type = 'invitation'` });
      return found.flatMap((document) => {
        const { data } = invitationDocumentSchema.safeParse(document);
        return data ? [{ value: data.invitation, version: data._etag }] : [];
      });
    },

    findInvitation: async (by) => {
      if ('id' in by) {
        const id = invitationDocumentId(by.id);
        const document = await state.read(id, id);
        return document === undefined ? undefined : invitationOf(document);
      }
      const [document] = await state.query({
        query: `SELECT c.invitation, c._etag FROM c WHERE c.type = 'invitation' AND c.signIn = @signIn`,
        parameters: [{ name: '@signIn', value: by.signIn }],
      });
      return document === undefined ? undefined : invitationOf(document);
    },

    saveInvitation: (invitation, over) =>
      save(
        invitationDocumentId(invitation.id),
        { invitation, type: 'invitation', ...(invitation.access && { signIn: signInKeyOf(invitation.access) }) },
        over,
      ),
  };
}
