/** The twelve national categories of corruption-related intelligence (HMICFRS glossary). */
export const nationalCategories = [
  'infiltration',
  'disclosure',
  'pervertingJustice',
  'sexualMisconduct',
  'drugs',
  'theftAndFraud',
  'misuseOfSystems',
  'abuseOfAuthority',
  'association',
  'vulnerability',
  'committingCrime',
  'other',
] as const;
export type NationalCategory = (typeof nationalCategories)[number];
