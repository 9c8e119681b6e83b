import { describe, expect, it } from '@jest/globals';
import { contactsSchema } from '../../words/contacts.ts';

describe('the contacts', () => {
  it('know the emergency number, Crimestoppers and the victims’ hub by themselves', () => {
    const contacts = contactsSchema.parse({});
    expect(contacts.emergency).toBe('999');
    expect(contacts.crimestoppers).toBe('0800 085 0000');
    expect(contacts.victims.cy).toBe('Hwb Dioddefwyr Connect Gwent');
  });

  it.each(['en', 'cy'] as const)(
    'call those outside the unit, and those who open an identity, by no title in %s',
    (language) => {
      const { reserve, custodians } = contactsSchema.parse({});
      expect(`${reserve[language]} ${custodians[language]}`).not.toMatch(/handler|custodian|wrth gefn|ceidwa/u);
    },
  );

  it.each([
    ['the Head of Legal Services', 'Pennaeth y Gwasanaethau Cyfreithiol'],
    ['the chair of the ethics committee (Dr Siân O’Neill-ap Rhŷs)', 'cadeirydd y pwyllgor moeseg (Dr Siân)'],
    ['the Deputy Commissioner & her office', 'y Dirprwy Gomisiynydd a’i swyddfa'],
  ])('take an office as the force names it: %s', (en, cy) => {
    expect(contactsSchema.parse({ reserve: { en, cy }, custodians: { en, cy } }).reserve).toEqual({ en, cy });
  });

  it.each([
    '',
    'x',
    '.',
    'the Head of Legal Services.',
    'the Head\nof Legal Services',
    '**the Head**',
    '[the Head](https://example.org)',
    '<b>the Head</b>',
    '{{DATE(2026-11-26T00:00:00Z)}}',
    '${$root.token}',
    'the Head \u202Eof Legal',
    'the Head\u200B of Legal',
    `the ${'very '.repeat(20)}Head`,
  ])('take nothing for an office that a client could draw, or that is no name in a sentence: %j', (en) => {
    expect(contactsSchema.safeParse({ reserve: { en, cy: 'Pennaeth' } }).success).toBe(false);
    expect(contactsSchema.safeParse({ custodians: { en: 'the Head', cy: en } }).success).toBe(false);
  });

  it('refuse a name in one language alone, and a link that is not encrypted', () => {
    expect(contactsSchema.safeParse({ victims: { en: 'Hub' } }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'http://example.org' }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'javascript:alert(1)' }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'https://example.org/a' }).success).toBe(true);
  });
});
