/** `hub`: an organisation that passes on a report. */
export const routes = ['staff', 'hub'] as const;
export type Route = (typeof routes)[number];

export const partnerTypes = [
  'victims',
  'domesticAbuse',
  'sexualViolence',
  'health',
  'localAuthority',
  'charity',
] as const;
export type PartnerType = (typeof partnerTypes)[number];
