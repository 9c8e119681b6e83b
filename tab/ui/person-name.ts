import type { EventRecord } from '../../core/model/event-record.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { Tab } from './tab-context.ts';

export function personName(
  tab: Pick<Tab, 'translate' | 'me'>,
  by: EventRecord['by'],
  people: readonly PersonView[],
): string {
  if (by === 'system') return tab.translate('who.system');
  if (by === 'reporter') return tab.translate('who.reporter');
  const own = by.objectId === tab.me.objectId;
  const name = own ? tab.me.name : people.find((person) => person.objectId === by.objectId)?.name;
  if (name === undefined || name === '') return tab.translate('who.somebody');
  return own ? tab.translate('who.me', { name }) : name;
}
