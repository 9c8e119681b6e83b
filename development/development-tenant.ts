import { toPersonId, type Role } from '../core/model/roles.ts';

// A test compares these ids with those of `playground.yml` in the running Playground.

export const developmentTenantId = '11111111-1111-4111-8111-111111111111';

export const developmentClientId = '33333333-3333-4333-8333-333333333333';

/** Entra object ids of made-up people. `staff` is the person at the Playground. */
export const developmentPeople = {
  staff: toPersonId('22222222-2222-4222-8222-222222222220'),
  handler: toPersonId('22222222-2222-4222-8222-222222222221'),
  /** At the tab alone, as the second custodian, for what takes two: the Playground has room for five. */
  secondHandler: toPersonId('22222222-2222-4222-8222-222222222226'),
  custodian: toPersonId('22222222-2222-4222-8222-222222222222'),
  secondCustodian: toPersonId('22222222-2222-4222-8222-222222222227'),
  reserve: toPersonId('22222222-2222-4222-8222-222222222223'),
  /** At the tab alone: a case that may concern the unit takes two of the reserve. */
  secondReserve: toPersonId('22222222-2222-4222-8222-22222222222a'),
  admin: toPersonId('22222222-2222-4222-8222-222222222224'),
  summaryReader: toPersonId('22222222-2222-4222-8222-222222222225'),
  /** At the tab alone: one writes guidance, the other approves it. */
  writer: toPersonId('22222222-2222-4222-8222-222222222228'),
  secondWriter: toPersonId('22222222-2222-4222-8222-222222222229'),
  /** At the tab alone. */
  supervisor: toPersonId('22222222-2222-4222-8222-22222222222b'),
} as const;

export type DevelopmentPerson = keyof typeof developmentPeople;

/** With the one role of their tokens, and the Playground's names. */
export const tabUsers: Readonly<Record<DevelopmentPerson, { readonly name: string; readonly roles: readonly Role[] }>> =
  {
    staff: { name: 'Staff member', roles: [] },
    handler: { name: 'ACU handler', roles: ['handler'] },
    secondHandler: { name: 'Second ACU handler', roles: ['handler'] },
    custodian: { name: 'Identity custodian', roles: ['custodian'] },
    secondCustodian: { name: 'Second identity custodian', roles: ['custodian'] },
    reserve: { name: 'Reserve handler', roles: ['reserve'] },
    secondReserve: { name: 'Second reserve handler', roles: ['reserve'] },
    admin: { name: 'Admin', roles: ['admin'] },
    summaryReader: { name: 'Summary reader', roles: ['summaryWider'] },
    writer: { name: 'Writer of guidance', roles: ['communications'] },
    secondWriter: { name: 'Second writer of guidance', roles: ['communications'] },
    supervisor: { name: 'Supervisor of the unit', roles: ['supervisor'] },
  };

/** The team's id is its General channel's, as in Teams. */
export const developmentTeam = {
  id: '19:general@thread.tacv2',
  name: 'Anti-Corruption Unit',
  alertsChannelId: '19:alerts@thread.tacv2',
} as const;
