import { describe, expect, it } from '@jest/globals';
import { caseIdFromBytes, formatCaseId } from '../../../core/model/case-id.ts';
import { loggedActionByKind, eventKinds } from '../../../core/model/event-record.ts';
import { languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { eventText, loggedActionText } from '../../../tab/ui/event-text.ts';
import { createTab } from '../../support/tab/create-tab.ts';

const people = [{ objectId: toPersonId('other'), name: 'Another handler' }];
const by = { objectId: toPersonId('other') };

describe('an event as a sentence', () => {
  it.each(languages)('is there for everything that can happen, in %s', (language) => {
    const tab = createTab(language);
    const said = eventKinds.map((kind) => eventText(tab, { kind, by }, people));
    expect(new Set(said).size).toBe(eventKinds.length);
    for (const sentence of said) expect(sentence).toMatch(/[^{}]+\.$/u);
    for (const kind of eventKinds) expect(loggedActionText(tab.translate, loggedActionByKind[kind])).not.toBe('');
  });

  it.each(languages)('is there for a kind that a newer server has, in %s', (language) => {
    const tab = createTab(language);
    const event = { kind: eventKinds[0] ?? 'received', by, detail: {} };
    Object.assign(event, { kind: 'fromTomorrow', detail: { category: 'fromTomorrow', to: 'fromTomorrow' } });
    const who = language === 'en' ? 'Another handler did something' : 'Gwnaeth Another handler';
    expect(eventText(tab, event, people)).toContain(who);
  });

  it('names whoever did it, the reader, and those whose names are not known', () => {
    const tab = createTab('en');
    expect(eventText(tab, { kind: 'viewed', by }, people)).toBe('Another handler looked at the case.');
    expect(eventText(tab, { kind: 'viewed', by: { objectId: toPersonId('own') } }, people)).toContain(
      'A handler (you)',
    );
    expect(eventText(tab, { kind: 'viewed', by: { objectId: toPersonId('third') } }, people)).toContain(
      'not known here',
    );
    expect(eventText(tab, { kind: 'moved', by: 'reporter', detail: { to: 'reopened' } }, people)).toBe(
      'The person who reported changed the status to: Reopened.',
    );
    expect(eventText(tab, { kind: 'viewed', by: { objectId: toPersonId('third') } }, people)).toMatch(/^S/u);
    const lower = [{ objectId: toPersonId('other'), name: 'de Souza' }];
    expect(eventText(tab, { kind: 'viewed', by }, lower)).toBe('de Souza looked at the case.');
  });

  it('says what was decided', () => {
    const tab = createTab('en');
    const grading = { source: '2', assessment: 'C', handling: 'C', action: 'A1', sanitisation: 'S2' } as const;
    const triaged = { kind: 'triaged', by, detail: { category: 'sexualMisconduct', grading } } as const;
    expect(eventText(tab, triaged, people)).toBe(
      'Another handler triaged the case: Sexual misconduct, graded 2 C C A1 S2.',
    );
    const closed = { kind: 'closed', by, detail: { outcome: 'misconduct', answer: 'acted', told: true } } as const;
    expect(eventText(tab, closed, people)).toBe(
      'Another handler closed the case: Misconduct investigation. The answer to the person who reported: “We looked into your report and have taken action.” The reserve officers were told.',
    );
    const asked = { kind: 'messageToReporter', by, detail: { months: 3 } } as const;
    expect(eventText(tab, asked, people)).toBe(
      'Another handler asked the person who reported, 3 months after closing, whether they had been treated worse.',
    );
    expect(
      eventText(createTab('cy'), { ...asked, kind: 'detrimentNotAsked', detail: { months: 6 } }, people),
    ).toContain('chwe mis ar ôl cau');
    const erased = { kind: 'erased', by, detail: { erasedFor: 'requestUpheld' } } as const;
    expect(eventText(tab, erased, people)).toBe(
      'Another handler erased what was reported. Reason: A person’s request for erasure was upheld.',
    );
    const given = { kind: 'assigned', by, detail: { person: toPersonId('own') } } as const;
    expect(eventText(tab, given, people)).toBe('Another handler gave the case to A handler (you).');
    expect(eventText(tab, { kind: 'assigned', by, detail: {} }, people)).toContain('with nobody');
    expect(eventText(tab, { kind: 'messagesStopped', by, detail: { stopped: false } }, people)).toContain(
      'removed the stop',
    );
    const sanitised = { kind: 'exported', by, detail: { what: 'sanitised', place: 'iopc' } } as const;
    expect(eventText(tab, sanitised, people)).toBe(
      'Another handler exported the sanitised text. Where it went: The IOPC.',
    );
    const signed = { kind: 'sanitisedSigned', by } as const;
    expect(eventText(tab, signed, people)).toBe('Another handler signed off the sanitised text.');
    for (const [confirmed, said] of [
      [0, 'Candour found no words in the text that may give the source away.'],
      [1, 'The person who signed it off confirmed that 1 word can stay, although it may give the source away.'],
      [12, 'The person who signed it off confirmed that 12 words can stay, although they may give the source away.'],
    ] as const) {
      expect(eventText(tab, { ...signed, detail: { confirmed } }, people)).toBe(
        `Another handler signed off the sanitised text. ${said}`,
      );
    }
    const other = caseIdFromBytes(new Uint8Array(8).fill(9));
    const link = { other, salt: '', digest: '' };
    expect(eventText(tab, { kind: 'linked', by, link }, people)).toContain(formatCaseId(other));
    expect(eventText(tab, { kind: 'linked', by, link: { digest: '' } }, people)).toContain('another one');
  });
});
