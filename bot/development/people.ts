// Made for development: `playground.yml` holds the same ids, and a test compares the two in the running Playground.

/** The tenant of development. */
export const developmentTenantId = '11111111-1111-4111-8111-111111111111';

/** The Entra object ids of those whom the Playground knows. Nobody real. `staff` is the one who sits at it. */
export const developmentPeople = {
  staff: '22222222-2222-4222-8222-222222222220',
  handler: '22222222-2222-4222-8222-222222222221',
  custodian: '22222222-2222-4222-8222-222222222222',
  reserve: '22222222-2222-4222-8222-222222222223',
  admin: '22222222-2222-4222-8222-222222222224',
  summaryReader: '22222222-2222-4222-8222-222222222225',
} as const;

export type DevelopmentPerson = keyof typeof developmentPeople;

/** The Anti-Corruption Unit's team; its id is the one of its General channel, as in Teams. */
export const developmentTeam = {
  id: '19:general@thread.tacv2',
  name: 'Anti-Corruption Unit',
  alertsChannelId: '19:alerts@thread.tacv2',
} as const;
