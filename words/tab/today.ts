import type { Words } from '../word.ts';

/** The page "Today": what waits for whoever looks. */
export const todayWords = {
  'today.heading': { en: 'Today', cy: 'Heddiw' },
  'today.intro': {
    en: 'What needs attention from you and your colleagues. Nothing was opened to show this. Choose a line to see its cases.',
    cy: 'Yr hyn sydd angen sylw gennych chi a’ch cydweithwyr. Nid agorwyd dim i ddangos hyn. Dewiswch linell i weld ei hachosion.',
  },
  'today.first': { en: 'First', cy: 'Yn gyntaf' },
  'today.days': { en: 'Work in hand', cy: 'Gwaith ar y gweill' },
  'today.atRiskHint': {
    en: 'A report or something added says that someone is at risk now, or an urgent case has something new. Nobody has acknowledged it, or nobody has opened the case.',
    cy: 'Mae adroddiad neu rywbeth a ychwanegwyd yn dweud bod rhywun mewn perygl nawr, neu mae rhywbeth newydd mewn achos brys. Nid oes neb wedi’i gydnabod, neu nid oes neb wedi agor yr achos.',
  },
  'today.unreadHint': {
    en: 'The person who reported has written, and nobody has answered them or taken the case since.',
    cy: 'Mae’r person a roddodd wybod wedi ysgrifennu, ac nid oes neb wedi ateb na chymryd yr achos ers hynny.',
  },
  'today.unacknowledgedHint': {
    en: 'A new report, or something added to one; or a report that someone acknowledged and nobody has opened. A case whose alert names no reference is here too.',
    cy: 'Adroddiad newydd, neu rywbeth a ychwanegwyd at un; neu adroddiad a gydnabuwyd ac nad oes neb wedi’i agor. Mae achos nad yw ei rybudd yn enwi cyfeirnod yma hefyd.',
  },
  'today.safetyHint': {
    en: 'Someone opened the report, but nobody has recorded what is known of danger, what was done and who was told.',
    cy: 'Agorodd rhywun yr adroddiad, ond nid oes neb wedi cofnodi’r hyn sy’n hysbys am berygl, yr hyn a wnaed a phwy sydd wedi cael gwybod.',
  },
  'today.secondHint': {
    en: 'A colleague has asked for a text to be signed off, a case to be erased or a case to be no longer urgent. Your own requests are not counted.',
    cy: 'Mae cydweithiwr wedi gofyn am gymeradwyo testun, am ddileu achos neu am beidio â’i gadw’n un brys. Ni chaiff eich ceisiadau chi eu cyfrif.',
  },
  'today.told': {
    en: 'Told to the reserve, not looked at',
    cy: 'Dywedwyd wrth y swyddogion wrth gefn, a neb wedi edrych eto',
  },
  'today.toldHint': {
    en: 'One person in the unit did something to a case alone, or removed a colleague’s access.',
    cy: 'Gwnaeth un person o’r uned rywbeth i achos ar ei ben ei hun, neu tynnodd fynediad cydweithiwr.',
  },
  'today.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'today.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'today.counted': { en: 'The numbers have been counted again.', cy: 'Cyfrifwyd y niferoedd eto.' },
  'today.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
} as const satisfies Words<'today'>;
