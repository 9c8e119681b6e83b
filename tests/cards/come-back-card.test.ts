import { describe, expect, it } from '@jest/globals';
import { comeBackCard, type ComeBackView } from '../../cards/come-back-card.ts';
import { caseStatuses } from '../../concerns/case-record.ts';
import { moveComeBack, type ComeBackState } from '../../concerns/come-back-flow.ts';
import { buttonsOf, comeBackState, exampleToken, fewContacts, partsOf, textsOf } from './example-views.ts';

const card = (state: ComeBackState, problems: ComeBackView['problems'] = []) =>
  comeBackCard({ state, problems, token: exampleToken, contacts: fewContacts, draftDays: 7, door: 'dialog' });
const said = (...drawn: Parameters<typeof card>) => textsOf(card(...drawn), 'TextBlock').join('\n');
const all = ['enter', 'case', 'draft', 'added', 'discarded'] as const;

describe('the card of somebody who comes back', () => {
  it.each(all)('%s has only moves that the flow knows', (at) => {
    const state = comeBackState('en', at);
    for (const { data } of buttonsOf(card(state))) {
      const verb = JSON.stringify(data).replace(/.*"move":"(\w+)".*/u, '$1');
      const { problems } = moveComeBack(state, { verb, inputs: {} });
      expect(problems.filter(({ question }) => question === '')).toEqual([]);
    }
  });

  it('says of a code under which nothing is saved what that means', () => {
    const text = said(comeBackState('en', 'enter'), [{ question: 'code', code: 'notFound' }]);
    expect(text).toContain('Nothing is saved under this code.');
    expect(text).toContain('please report it again');
  });

  it('says of what is no code what a code looks like', () => {
    expect(said(comeBackState('en', 'enter'), [{ question: 'code', code: 'odd' }])).toContain('24 letters and digits');
  });

  it('does not say that a look-up which got no answer was not saved', () => {
    const text = said(comeBackState('en', 'enter'), [{ question: '', code: 'notSaved' }]);
    expect(text).toContain('what was saved stays saved');
    expect(said(comeBackState('en', 'case'), [{ question: '', code: 'notSaved' }])).toContain('could not confirm');
  });

  it('shows 999 first, then the day, the status and how much was added', () => {
    const texts = textsOf(card(comeBackState('en', 'case')), 'TextBlock');
    expect(texts[1]).toContain('ring 999 first');
    expect(texts.join('\n')).toContain('received on 25 November 2026');
    expect(texts.join('\n')).toContain('You have added to it 2 times.');
  });

  it.each(caseStatuses)('puts the status %s into words of its own', (status) => {
    const found = { status, receivedOn: '2026-11-25', additions: 0, until: '' };
    const others = caseStatuses
      .filter((other) => other !== status)
      .map((other) => said({ ...comeBackState('cy', 'case'), found: { ...found, status: other } }));
    expect(others).not.toContain(said({ ...comeBackState('cy', 'case'), found }));
  });

  it('shows an unknown status as received, and nothing of it', () => {
    const found = { status: 'constructor', receivedOn: 'no day', additions: 0, until: '' };
    expect(said({ ...comeBackState('en', 'case'), found })).toContain('It waits to be looked at.');
  });

  it('keeps what was typed in the input and nowhere else', () => {
    const drawn = card({ ...comeBackState('en', 'case'), addition: 'canary ${x}' });
    expect(partsOf(drawn).filter((part) => part['value'] === 'canary ${x}')).toHaveLength(1);
    expect(JSON.stringify(drawn).split('canary')).toHaveLength(2);
  });
});
