/** What decides which figures leave the unit: docs/disclosure-control.md. */
export const disclosureControl = [
  'summary/band.ts',
  'summary/suppression.ts',
  'summary/issues',
  'summary/amendments',
  'summary/pull/partner-types.ts',
  'summary/pulse/pulse-table.ts',
];

/** Tests that search for minutes, and would for each mutant that they reach. */
export const longTests = [
  'concerns/casework/no-one-buries',
  'concerns/casework/conflict',
  'concerns/report-flow-reach',
];
