import type { Words } from '../word.ts';

/** The cards at the end of a report. */
export const receiptWords = {
  'receipt.heading': { en: 'Your report is saved', cy: 'Mae eich adroddiad wedi’i gadw' },
  'receipt.firstHeading': { en: 'Your first version is saved', cy: 'Mae eich fersiwn gyntaf wedi’i chadw' },
  'receipt.firstOnly': {
    en: 'What you changed afterwards has not been saved. You can add it later with your return code.',
    cy: 'Nid yw’r hyn a newidioch wedyn wedi’i gadw. Gallwch ei ychwanegu yn nes ymlaen gyda’ch cod dychwelyd.',
  },
  'receipt.thanks': {
    en: 'Thank you.',
    cy: 'Diolch.',
  },
  'receipt.received': {
    en: 'Received on {day} as “{mode}”.',
    cy: 'Daeth i law ar {day}: “{mode}”.',
  },
  'receipt.files': {
    en: 'Files kept with your report: {count}.',
    cy: 'Nifer y ffeiliau a gedwir gyda’ch adroddiad: {count}.',
  },
  'receipt.filesOfKinds': {
    en: 'Kept with your report: {kinds}.',
    cy: 'Cedwir gyda’ch adroddiad: {kinds}.',
  },
  'receipt.photos': {
    en: '{count, plural, one {# photo} other {# photos}}',
    cy: '{count, plural, two {# lun} other {# llun}}',
  },
  'receipt.recordings': {
    en: '{count, plural, one {# recording} other {# recordings}}',
    cy: '{count} recordiad',
  },
  'receipt.videos': { en: '{count, plural, one {# video} other {# videos}}', cy: '{count} fideo' },
  'receipt.documents': {
    en: '{count, plural, one {# document} other {# documents}}',
    cy: '{count, plural, one {# ddogfen} two {# ddogfen} other {# dogfen}}',
  },
  'receipt.filesAnd': { en: '{first} and {last}', cy: '{first} a {last}' },
  'receipt.filesAndOne': { en: '{first} and {last}', cy: '{first} ac {last}' },
  'receipt.added': {
    en: 'Your changes were added to the report that was already saved.',
    cy: 'Ychwanegwyd eich newidiadau at yr adroddiad a oedd eisoes wedi’i gadw.',
  },
  'receipt.nextHeading': { en: 'What happens next', cy: 'Beth sy’n digwydd nesaf' },
  'receipt.urgent': {
    en: 'An urgent alert is being sent now. It does not contain what you wrote or who you are.',
    cy: 'Mae rhybudd brys yn cael ei anfon nawr. Nid yw’n cynnwys yr hyn rydych wedi’i ysgrifennu na phwy ydych chi.',
  },
  'receipt.standard': {
    en: 'An alert goes out within the hour, without your words or name.',
    cy: 'Anfonir rhybudd o fewn awr, heb eich geiriau na’ch enw.',
  },
  'receipt.acu': {
    en: 'The Anti-Corruption Unit handles your report.',
    cy: 'Yr Uned Wrthlygredd fydd yn delio â’ch adroddiad.',
  },
  'receipt.passOn': {
    en: 'If what you were told is about a child or an adult at risk, tell the local authority’s designated officer as well, today if you can. The Wales Safeguarding Procedures ask for this within 24 hours or on the next working day, and Candour does not do it for you.',
    cy: 'Os yw’r hyn a ddywedwyd wrthych yn ymwneud â phlentyn neu oedolyn sy’n wynebu risg, dywedwch wrth swyddog dynodedig yr awdurdod lleol hefyd, heddiw os gallwch. Mae Gweithdrefnau Diogelu Cymru yn gofyn am hynny o fewn 24 awr neu ar y diwrnod gwaith nesaf, ac nid yw Candour yn gwneud hynny ar eich rhan.',
  },
  'receipt.noFurther': {
    en: 'Do not investigate, ask around or search police systems.',
    cy: 'Peidiwch ag ymchwilio, holi pobl na chwilio yn systemau’r heddlu.',
  },
  'receipt.differsHeading': { en: 'An earlier version is saved', cy: 'Mae fersiwn gynharach wedi’i chadw' },
  'receipt.differs': {
    en: 'Your report was already saved under this reference number. Your latest changes are not saved yet. You can add them, or leave the report as it is.',
    cy: 'Roedd eich adroddiad eisoes wedi’i gadw o dan y rhif cyfeirnod hwn. Nid yw eich newidiadau diweddaraf wedi’u cadw eto. Gallwch eu hychwanegu, neu adael yr adroddiad fel y mae.',
  },
  'receipt.add': { en: 'Add the changes', cy: 'Ychwanegu’r newidiadau' },
  'receipt.leave': { en: 'Leave it as it is', cy: 'Gadael fel y mae' },
  'receipt.keptHeading': { en: 'Saved for later', cy: 'Wedi’i gadw at eto' },
  'receipt.kept': {
    en: 'What you wrote is kept until {day} and then deleted. Nobody has been told about it: it is not a report until you send it.',
    cy: 'Caiff yr hyn rydych wedi’i ysgrifennu ei gadw tan {day} ac yna ei ddileu. Nid oes neb wedi cael gwybod amdano: nid yw’n adroddiad nes i chi ei anfon.',
  },
  'receipt.keptBack': {
    en: 'To continue, choose “Come back with a code”.',
    cy: 'I barhau, dewiswch “Dod yn ôl gyda chod”.',
  },
  'receipt.keptCode': {
    en: 'Nobody can open your draft without the code, not even us. Anyone who has the code can read all of it.',
    cy: 'Ni all neb agor eich drafft heb y cod, ddim hyd yn oed ni. Gall unrhyw un sydd â’r cod ddarllen y cyfan.',
  },
  'receipt.fileHeading': { en: 'Now add the file in the tab', cy: 'Nawr ychwanegwch y ffeil yn y tab' },
  'receipt.fileWrite': {
    en: '1. Write the code down on something of your own.',
    cy: '1. Ysgrifennwch y cod ar rywbeth sy’n eiddo i chi.',
  },
  'receipt.fileWay': {
    en: '2. Open the tab, choose “Come back with a code” and enter the code. Your report is there: add the photo or recording, then send it.',
    cy: '2. Agorwch y tab, dewiswch “Dod yn ôl gyda chod” a rhowch y cod. Mae eich adroddiad yno: ychwanegwch y llun neu’r recordiad, yna anfonwch ef.',
  },
  'receipt.fileAndroid': {
    en: 'Teams on Android does not let you add files. Open the tab in Teams on a computer.',
    cy: 'Nid yw Teams ar Android yn gadael i chi ychwanegu ffeiliau. Agorwch y tab yn Teams ar gyfrifiadur.',
  },
} as const satisfies Words<'receipt'>;
