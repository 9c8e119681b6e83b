import type { PersonId } from '../concerns/terms/person-id.ts';

export interface ShownPerson {
  readonly objectId: PersonId;
  readonly name: string;
}
