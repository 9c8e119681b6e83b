import { describe, expect, it } from '@jest/globals';
import { contactsSchema } from '../../words/contacts.ts';

describe('the contacts', () => {
  it('know the emergency number, Crimestoppers and the victims’ hub by themselves', () => {
    const contacts = contactsSchema.parse({});
    expect(contacts.emergency).toBe('999');
    expect(contacts.crimestoppers).toBe('0800 085 0000');
    expect(contacts.victims.cy).toBe('Hwb Dioddefwyr Connect Gwent');
  });

  it('refuse a name in one language alone, and a link that is not encrypted', () => {
    expect(contactsSchema.safeParse({ victims: { en: 'Hub' } }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'http://example.org' }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'javascript:alert(1)' }).success).toBe(false);
    expect(contactsSchema.safeParse({ guidanceUrl: 'https://example.org/a' }).success).toBe(true);
  });
});
