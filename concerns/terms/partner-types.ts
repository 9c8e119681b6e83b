export const partnerTypes = [
  'victims',
  'domesticAbuse',
  'sexualViolence',
  'health',
  'localAuthority',
  'charity',
] as const;
export type PartnerType = (typeof partnerTypes)[number];
