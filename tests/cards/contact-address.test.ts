import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contactUrl, contactUrlText } from '../../cards/support-contacts.ts';

describe('the address of a contact', () => {
  it.each([
    ['999', 'tel:999', '999'],
    ['0800 085 0000', 'tel:08000850000', '0800 085 0000'],
    ['(01633) 838-111', 'tel:01633838111', '(01633) 838-111'],
    ['+44 (0)1633 838111', 'tel:+441633838111', '+44 (0)1633 838111'],
    ['Example Federation, room 101, 01632 960001', 'tel:01632960001', '01632 960001'],
    ['the duty officer (101)', 'tel:101', '101'],
    ['the chaplain, room 12, https://example.org/talk/2026.', 'https://example.org/talk/2026', 'example.org'],
    ['Example Union, https://example.org/1234567 or 01632 960001', 'tel:01632960001', '01632 960001'],
    ['https://example.org/report?a=1', 'https://example.org/report?a=1', 'example.org'],
  ])('of %s is %s', (contact, address, spoken) => {
    expect(contactUrl(contact)).toBe(address);
    expect(contactUrlText(contact, address)).toBe(spoken);
  });

  it.each([
    'the intranet',
    'room 12',
    'http://example.org',
    // oxlint-disable-next-line no-script-url
    'javascript:alert(1)',
    '1 2',
    '',
  ])('is none where it leads nowhere, or where it should not: %j', (contact) => {
    expect(contactUrl(contact)).toBeUndefined();
  });

  it('is one that a card may open, whatever stands in a contact', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+()\d -]{0,40}$/u), fc.webUrl()), (contact) => {
        const address = contactUrl(contact);
        if (address === undefined) return;
        expect(['https:', 'tel:']).toContain(new URL(address).protocol);
        expect(contactUrlText(contact, address)).not.toBe('');
      }),
    );
  });
});
