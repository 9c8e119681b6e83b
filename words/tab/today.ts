import type { Words } from '../word.ts';

/** The page "Today": what waits for whoever looks. */
export const todayWords = {
  'today.heading': { en: 'Today', cy: 'Heddiw' },
  'today.intro': {
    en: 'What waits for you and your colleagues. Nothing was opened to show this. Choose a line to see its cases.',
    cy: 'Yr hyn sy’n aros amdanoch chi a’ch cydweithwyr. Nid agorwyd dim i ddangos hyn. Dewiswch linell i weld ei hachosion.',
  },
  'today.first': { en: 'First of all', cy: 'Yn gyntaf oll' },
  'today.days': { en: 'Work in hand', cy: 'Gwaith ar y gweill' },
  'today.atRiskHint': {
    en: 'A report or something added says that somebody is at risk now, or an urgent case has something new, and nobody has acknowledged it, or nobody has opened the case.',
    cy: 'Mae adroddiad, neu rywbeth a ychwanegwyd, yn dweud bod rhywun mewn perygl nawr, neu mae rhywbeth newydd mewn achos brys, ac nid oes neb wedi’i gydnabod, neu nid oes neb wedi agor yr achos.',
  },
  'today.unreadHint': {
    en: 'The person who reported has written, and nobody has answered them or taken the case since.',
    cy: 'Mae’r sawl a roddodd wybod wedi ysgrifennu, ac nid oes neb wedi ateb na chymryd yr achos ers hynny.',
  },
  'today.unacknowledgedHint': {
    en: 'A new report, or something added to one; or a report that somebody acknowledged and nobody has opened. A case whose alert names no reference is here too.',
    cy: 'Adroddiad newydd, neu rywbeth a ychwanegwyd at un; neu adroddiad a gydnabuwyd ac nad oes neb wedi’i agor. Mae achos nad yw ei rybudd yn enwi cyfeirnod yma hefyd.',
  },
  'today.safetyHint': {
    en: 'Somebody opened the report, and nobody has recorded what is known of danger, what was done and who was told.',
    cy: 'Agorodd rhywun yr adroddiad, ac nid oes neb wedi cofnodi’r hyn sy’n hysbys am berygl, yr hyn a wnaed a phwy sydd wedi cael gwybod.',
  },
  'today.secondHint': {
    en: 'A colleague wrote a text to be signed off, or asked for an erasure or that a case be no longer urgent. What you asked for yourself is not counted.',
    cy: 'Ysgrifennodd cydweithiwr destun i’w gymeradwyo, neu gofynnodd am ddileu achos neu am beidio â’i gadw’n un brys. Nid yw’r hyn y gofynasoch chi amdano’n cael ei gyfrif.',
  },
  'today.told': {
    en: 'Told to the reserve, not looked at',
    cy: 'Dywedwyd wrth y swyddogion wrth gefn, heb edrych arno',
  },
  'today.toldHint': {
    en: 'One person of the unit did something to a case alone, or shut a colleague out.',
    cy: 'Gwnaeth un person o’r uned rywbeth i achos ar ei ben ei hun, neu gau cydweithiwr allan.',
  },
  'today.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'today.loading': { en: 'Counting what waits', cy: 'Yn cyfrif yr hyn sy’n aros' },
  'today.counted': { en: 'What waits was counted again.', cy: 'Cyfrifwyd yr hyn sy’n aros eto.' },
  'today.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
} as const satisfies Words<'today'>;
