import type { Operation, OperationRequest } from '../../../contract/operations.ts';

type PartnersOperation = Extract<Operation, `partners.${string}`>;
interface PartnerTableRow<Name extends PartnersOperation> {
  readonly may: readonly 'admin'[];
  readonly body: () => OperationRequest<Name>;
}

/** None that stands: what becomes of one that does is tried in tests/bot/partners. */
const id = '0'.repeat(32);

/** Who may look after the access of partners. */
export const partnerRows: { readonly [Name in PartnersOperation]: PartnerTableRow<Name> } = {
  'partners.list': { may: ['admin'], body: () => ({}) },
  'partners.name': { may: ['admin'], body: () => ({ name: 'A victims’ service', type: 'victims' }) },
  'partners.rename': {
    may: ['admin'],
    body: () => ({ organisation: id, was: 'A victims’ service', name: 'Another' }),
  },
  'partners.invite': { may: ['admin'], body: () => ({ organisation: id, days: 7 }) },
  'partners.renew': { may: ['admin'], body: () => ({ invitation: id, days: 1 }) },
  'partners.revoke': { may: ['admin'], body: () => ({ invitation: id }) },
};
