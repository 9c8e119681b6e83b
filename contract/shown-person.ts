import type { PersonId } from '../concerns/terms/directory.ts';

export interface ShownPerson {
  readonly objectId: PersonId;
  readonly name: string;
}
