import type { Words } from '../word.ts';

/** The page "Today": what waits for whoever looks. */
export const todayWords = {
  'today.heading': { en: 'Today', cy: 'Heddiw' },
  'today.intro': {
    en: 'What needs attention from you and your colleagues. No report was opened to show this. Choose a line to see its cases.',
    cy: 'Yr hyn sydd angen sylw gennych chi a’ch cydweithwyr. Nid agorwyd unrhyw adroddiad i ddangos hyn. Dewiswch linell i weld ei hachosion.',
  },
  'today.first': { en: 'Needs attention first', cy: 'Angen sylw yn gyntaf' },
  'today.days': { en: 'Work in hand', cy: 'Gwaith ar y gweill' },
  'today.atRiskHint': {
    en: 'A report or something added says that someone is at risk now, or an urgent case has something new. Nobody has acknowledged the case, or nobody has opened it.',
    cy: 'Mae adroddiad neu rywbeth a ychwanegwyd yn dweud bod rhywun mewn perygl nawr, neu mae rhywbeth newydd mewn achos brys. Nid oes neb wedi cydnabod yr achos, neu nid oes neb wedi’i agor.',
  },
  'today.unreadHint': {
    en: 'The person who reported has written. Since then nobody has answered or taken the case. If the case is with someone, that person has not opened it.',
    cy: 'Mae’r person a roddodd wybod wedi ysgrifennu. Ers hynny, nid oes neb wedi ateb na chymryd yr achos. Os yw’r achos gyda rhywun, nid yw’r person hwnnw wedi’i agor.',
  },
  'today.unacknowledgedHint': {
    en: 'A new report, or something added to one, that nobody has acknowledged; or a report that someone has acknowledged but nobody has opened. This includes cases whose alerts give no reference number.',
    cy: 'Adroddiad newydd, neu rywbeth a ychwanegwyd at un, nad oes neb wedi’i gydnabod; neu adroddiad y mae rhywun wedi’i gydnabod ond nad oes neb wedi’i agor. Mae hyn yn cynnwys achosion nad yw eu rhybuddion yn rhoi rhif cyfeirnod.',
  },
  'today.safetyHint': {
    en: 'Someone opened the report, but nobody has recorded what is known about danger, what was done or who was told.',
    cy: 'Agorodd rhywun yr adroddiad, ond nid oes neb wedi cofnodi’r hyn sy’n hysbys am berygl, yr hyn a wnaed a phwy sydd wedi cael gwybod.',
  },
  'today.secondHint': {
    en: 'A colleague has asked a second person to sign off a text, to close or erase a case, to withdraw a card, or to agree that a case is no longer urgent. Your own requests are not counted.',
    cy: 'Mae cydweithiwr wedi gofyn i ail berson gymeradwyo testun, gau neu ddileu achos, dynnu cerdyn yn ôl, neu gytuno nad yw achos yn un brys mwyach. Ni chaiff eich ceisiadau chi eu cyfrif.',
  },
  'today.told': {
    en: 'New for the reserve officers',
    cy: 'Newydd i’r swyddogion wrth gefn',
  },
  'today.toldHint': {
    en: 'Someone acted alone in one of the unit’s cases, changed a colleague’s access, opened an identity, or asks you to agree to something.',
    cy: 'Mae rhywun wedi gweithredu ar ei ben ei hun yn un o achosion yr uned, wedi newid mynediad cydweithiwr, wedi agor hunaniaeth, neu’n gofyn i chi gytuno i rywbeth.',
  },
  'today.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'today.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'today.counted': { en: 'The numbers have been counted again.', cy: 'Cyfrifwyd y niferoedd eto.' },
  'today.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
} as const satisfies Words<'today'>;
