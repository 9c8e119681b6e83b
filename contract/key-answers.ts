import type { Role } from '../concerns/terms/directory.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { KeyGroup, Recipients } from '../concerns/terms/recipients.ts';
import type { ShownPerson } from './shown-person.ts';

/** A group's key that somebody wrapped for a person, on some day. */
interface Wrapped {
  readonly group: KeyGroup;
  readonly by: PersonId;
  readonly on: string;
}

/** The answers about keys of people and of groups. */
export interface KeyAnswers {
  'keys.mine': {
    readonly recipient?: string;
    /** The envelopes for this person, of the groups whose role they hold. */
    readonly envelopes: readonly (Wrapped & {
      readonly sealed: string;
      /** A case was opened with it. Missing where nobody knows. */
      readonly opened?: true;
    })[];
    /** The public lines that are sealed to now, and those that were. */
    readonly recipients: Recipients;
    readonly retired: readonly string[];
    /** The day and the signature of these by the ceremony's key, as the settings have them. */
    readonly signed?: string;
    /** The groups whose key this person is entitled to. */
    readonly groups: readonly KeyGroup[];
  };
  'keys.publish': { readonly published: true };
  'keys.people': {
    readonly people: readonly (ShownPerson & {
      readonly roles: readonly Role[];
      readonly recipient?: string;
      readonly recipientOn?: string;
      /** `vouch` is the group's signature that the line was compared; envelopes of before have none. */
      readonly envelopes: readonly (Wrapped & { readonly vouch?: string })[];
    })[];
  };
  'keys.wrap': { readonly wrapped: number };
  /** Whether there is such an envelope. */
  'keys.opened': { readonly noted: boolean };
}
