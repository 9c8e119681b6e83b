import type { EventRecord } from '../../core/model/event-record.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import type { Tab } from './tab-context.ts';

export function personName(tab: Pick<Tab, 'say' | 'me'>, by: EventRecord['by'], people: readonly PersonView[]): string {
  if (by === 'system') return tab.say('who.system');
  if (by === 'reporter') return tab.say('who.reporter');
  const own = by.objectId === tab.me.objectId;
  const name = own ? tab.me.name : people.find((person) => person.objectId === by.objectId)?.name;
  if (name === undefined || name === '') return tab.say('who.somebody');
  return own ? tab.say('who.me', { name }) : name;
}
