/**
 * The kinds of organisation outside the force that pass on what victims say. Which kind a report came by is kept, never
 * which organisation: some have one worker.
 */
export const partnerTypes = [
  /** A victims' service, such as the hub that a force works with. */
  'victims',
  'domesticAbuse',
  'sexualViolence',
  'health',
  'localAuthority',
  /** A voluntary body of another kind. */
  'charity',
] as const;
export type PartnerType = (typeof partnerTypes)[number];
