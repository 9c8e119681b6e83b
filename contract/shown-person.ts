import type { PersonId } from '../concerns/terms/person-id.ts';

/** A person whom those who handle cases may know of. */
export interface ShownPerson {
  readonly objectId: PersonId;
  readonly name: string;
}
