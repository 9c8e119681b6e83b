import type { RoleLists } from '../../../bot/config/role-settings.ts';
import { type ConfiguredRole, toPersonId, type PersonId } from '../../../core/model/roles.ts';
import type { Entra, TokenSubject } from '../../fakes/entra.ts';

/** The people whom a test's bot has on its lists beside those of its settings. */
export interface ListedPeople {
  /** The lists of the settings with the people beside them: they grow while the bot runs. */
  readonly listsFor: (lists: RoleLists) => RoleLists;
  /** An Entra that puts each person on the lists for the roles in their token; their last token counts. */
  readonly wrap: (entra: Entra) => Entra;
}

/** As if the force had named everybody on its lists before they came, but for those who are said not to be listed. */
export function createListedPeople(): ListedPeople {
  const added = new Map<PersonId, readonly string[]>();
  function list({ objectId, roles, listed }: TokenSubject): void {
    if (roles !== undefined && listed === undefined) added.set(toPersonId(objectId), roles);
  }
  const withAdded = (lists: RoleLists, role: ConfiguredRole): readonly PersonId[] => [
    ...lists[role],
    ...[...added].flatMap(([person, roles]) => (roles.includes(role) && !lists[role].includes(person) ? [person] : [])),
  ];
  return {
    listsFor: (lists) => ({
      ...lists,
      get handler() {
        return withAdded(lists, 'handler');
      },
      get custodian() {
        return withAdded(lists, 'custodian');
      },
      get reserve() {
        return withAdded(lists, 'reserve');
      },
      get supervisor() {
        return withAdded(lists, 'supervisor');
      },
    }),
    wrap: (entra) => ({
      ...entra,
      token(of) {
        list(of);
        return entra.token(of);
      },
    }),
  };
}
