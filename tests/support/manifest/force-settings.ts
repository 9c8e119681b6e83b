/** A whole environment, as a force would set it. */
export const forceSettings = {
  TEAMS_APP_ID: 'A1B2C3D4-1111-4222-8333-444455556666',
  BOT_APP_ID: '0f0e0d0c-9999-4888-8777-666655554444',
  PUBLIC_HOST: 'candour.example.org',
  DEVELOPER_NAME: 'Example Force',
  FORCE_NAME_EN: 'Example Police',
  FORCE_NAME_CY: 'Heddlu Enghraifft',
} as const;
