import type { Words } from '../word.ts';

/** The words about the gates before a case is closed, and about agreeing to its end. */
export const closingWords = {
  'closing.gateOpened': {
    en: 'Nobody who sees this case has opened its report. Open it and read it first.',
    cy: 'Nid oes neb sy’n gweld yr achos hwn wedi agor ei adroddiad. Agorwch ef a’i ddarllen yn gyntaf.',
  },
  'closing.gateUnread': {
    en: 'The person who reported has written since the report was last opened. Open it again and read what they wrote first.',
    cy: 'Mae’r sawl a roddodd wybod wedi ysgrifennu ers i’r adroddiad gael ei agor ddiwethaf. Agorwch ef eto a darllenwch yr hyn a ysgrifennodd yn gyntaf.',
  },
  'closing.gateReferral': {
    en: 'What is alleged may be serious corruption. Record a decision about a referral to the IOPC first (Police (Complaints and Misconduct) Regulations 2020: regulation 7 for a conduct matter, regulation 4 for a complaint).',
    cy: 'Gall yr hyn a honnir fod yn llygredd difrifol. Cofnodwch benderfyniad ynghylch ei gyfeirio at yr IOPC yn gyntaf (Rheoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020: rheoliad 7 ar gyfer mater ymddygiad, rheoliad 4 ar gyfer cwyn).',
  },
  'closing.gateLinked': {
    en: 'First link it with the case that it is the same as. You must be able to see that case, and it must not be closed as the same as another one itself.',
    cy: 'Yn gyntaf, cysylltwch ef â’r achos y mae yr un peth ag ef. Rhaid i chi allu gweld yr achos hwnnw, ac ni chaiff fod wedi’i gau ei hun fel yr un peth ag achos arall.',
  },
  'closing.gateAgreed': {
    en: 'One person does not close this case alone: it is or was urgent, may be abuse of position, or was decided not to be referred. A second person who has read it, or one of the reserve, must first agree to the outcome. New words from the reporter, a new grading or a new decision end that agreement.',
    cy: 'Nid yw un person yn cau’r achos hwn ar ei ben ei hun: mae neu bu’n un brys, gall fod yn gamddefnydd o swydd, neu penderfynwyd peidio â’i gyfeirio. Rhaid i ail berson sydd wedi’i ddarllen, neu un o’r swyddogion wrth gefn, gytuno i’r canlyniad yn gyntaf. Mae geiriau newydd gan y sawl a roddodd wybod, graddio newydd neu benderfyniad newydd yn dod â’r cytundeb hwnnw i ben.',
  },
  'closing.gateSignOff': {
    en: 'The force has its supervisor sign off this end. Agree to it with your reason; a supervisor who handles cases reads the case and closes it, or agrees first. One of the reserve may agree in their place.',
    cy: 'Mae’r heddlu’n gofyn i’w oruchwyliwr gymeradwyo’r diwedd hwn. Cytunwch ag ef gyda’ch rheswm; mae goruchwyliwr sy’n delio ag achosion yn darllen yr achos ac yn ei gau, neu’n cytuno yn gyntaf. Caiff un o’r swyddogion wrth gefn gytuno yn ei le.',
  },
  'closing.gateAgreementUnread': {
    en: 'You have not opened the case since the last that was written, graded or agreed. Open it, and read that and the reason first.',
    cy: 'Nid ydych wedi agor yr achos ers y peth diwethaf a ysgrifennwyd, a raddiwyd neu y cytunwyd arno. Agorwch ef, a darllenwch hynny a’r rheswm yn gyntaf.',
  },
  'closing.gateOutcome': {
    en: 'The other person agreed to another outcome. Choose that one, or ask again for yours.',
    cy: 'Cytunodd y person arall i ganlyniad gwahanol. Dewiswch hwnnw, neu gofynnwch eto am eich un chi.',
  },
  'closing.agreeSend': { en: 'Agree to this outcome', cy: 'Cytuno i’r canlyniad hwn' },
  'closing.agreeSaved': {
    en: 'It is recorded that you agree. Somebody else can close the case with this outcome now.',
    cy: 'Mae wedi’i gofnodi eich bod yn cytuno. Gall rhywun arall gau’r achos gyda’r canlyniad hwn nawr.',
  },
  'closing.agreeStands': {
    en: '{who} agreed to this outcome: {outcome}.',
    cy: 'Cytunodd {who} i’r canlyniad hwn: {outcome}.',
  },
  'closing.agreeAsk': { en: 'Who is asked to agree', cy: 'I bwy y gofynnir am gytuno' },
  'closing.agreeColleague': { en: 'A colleague who sees this case', cy: 'Cydweithiwr sy’n gweld yr achos hwn' },
  'closing.agreeReserve': {
    en: 'The reserve as well: they are told, and can read the reason',
    cy: 'Y swyddogion wrth gefn hefyd: cânt wybod, a gallant ddarllen y rheswm',
  },
  'closing.agreeNoReserve': {
    en: 'The reserve cannot be asked: nobody of it is left who could be told. A colleague who sees this case is asked.',
    cy: 'Ni ellir gofyn i’r swyddogion wrth gefn: nid oes neb ohonynt ar ôl y gellid dweud wrthynt. Gofynnir i gydweithiwr sy’n gweld yr achos hwn.',
  },
  'closing.noReserve': {
    en: 'No colleague who sees this case has opened it since the last words and grading, so the reserve must be told if you close it. Nobody of the reserve is left who could be told. Have a colleague open the case first, or have somebody added to the reserve: Candour’s admins know how.',
    cy: 'Nid oes cydweithiwr sy’n gweld yr achos hwn wedi’i agor ers y geiriau a’r graddio diwethaf, felly rhaid dweud wrth y swyddogion wrth gefn os byddwch yn ei gau. Nid oes neb ohonynt ar ôl y gellid dweud wrthynt. Gofynnwch i gydweithiwr agor yr achos yn gyntaf, neu i rywun gael ei ychwanegu at y swyddogion wrth gefn: mae gweinyddwyr Candour yn gwybod sut.',
  },
  'closing.needsSecond': {
    en: 'A colleague was shut out of this case, and nobody else is left who sees it. Closing it needs a second person. Have somebody added to the reserve first: Candour’s admins know how.',
    cy: 'Caewyd cydweithiwr allan o’r achos hwn, ac nid oes neb arall ar ôl sy’n ei weld. Mae angen ail berson i’w gau. Gofynnwch i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf: mae gweinyddwyr Candour yn gwybod sut.',
  },
  'closing.readUnlock': {
    en: 'Go to your keys: unlock them to read what you are asked to agree to',
    cy: 'Mynd at eich allweddi: datglowch nhw i ddarllen yr hyn y gofynnir i chi gytuno iddo',
  },
  'closing.readOpen': {
    en: 'Open the case to read what you are asked to agree to',
    cy: 'Agor yr achos i ddarllen yr hyn y gofynnir i chi gytuno iddo',
  },
  'closing.readText': { en: 'What {who} wrote:', cy: 'Yr hyn a ysgrifennodd {who}:' },
  'closing.keyNeeded': {
    en: 'Your key must be open before this can be recorded: the page seals your reason with it.',
    cy: 'Rhaid i’ch allwedd fod ar agor cyn y gellir cofnodi hyn: mae’r dudalen yn selio’ch rheswm gyda hi.',
  },
} as const satisfies Words<'closing'>;
