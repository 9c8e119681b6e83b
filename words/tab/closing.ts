import type { Words } from '../word.ts';

/** The words about the gates before a case is closed, and about agreeing to its end. */
export const closingWords = {
  'closing.gateOpened': {
    en: 'Nobody who can see this case has opened its report. Open it and read it first.',
    cy: 'Nid oes neb sy’n gweld yr achos hwn wedi agor ei adroddiad. Agorwch ef a’i ddarllen yn gyntaf.',
  },
  'closing.gateUnread': {
    en: 'The person who reported has written since the report was last opened. Open it again and read what they wrote first.',
    cy: 'Mae’r person a roddodd wybod wedi ysgrifennu ers i’r adroddiad gael ei agor ddiwethaf. Agorwch ef eto a darllenwch yr hyn a ysgrifennodd yn gyntaf.',
  },
  'closing.gateReferral': {
    en: 'What is alleged may be serious corruption. Record a decision about a referral to the IOPC first (Police (Complaints and Misconduct) Regulations 2020: regulation 7 for a conduct matter, regulation 4 for a complaint).',
    cy: 'Gall yr hyn a honnir fod yn llygredd difrifol. Cofnodwch benderfyniad ynghylch ei gyfeirio at yr IOPC yn gyntaf (Rheoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020: rheoliad 7 ar gyfer mater ymddygiad, rheoliad 4 ar gyfer cwyn).',
  },
  'closing.gateLinked': {
    en: 'First link this case with the one that it duplicates. You must have access to that case, and it must not itself be closed as a duplicate.',
    cy: 'Yn gyntaf, cysylltwch yr achos hwn â’r un y mae’n ei ddyblygu. Rhaid bod gennych fynediad at yr achos hwnnw, ac ni chaiff yr achos hwnnw ei hun fod wedi’i gau fel un dyblyg.',
  },
  'closing.gateAgreed': {
    en: 'One person cannot close this case alone: it is or was urgent, may be abuse of position, or was decided not to be referred. A second person who has read it, or a reserve officer, must first agree to the outcome. New words from the person who reported, a new grading or a new decision end that agreement.',
    cy: 'Ni all un person gau’r achos hwn ar ei ben ei hun: mae neu bu’n un brys, gall fod yn gamddefnydd o swydd, neu penderfynwyd peidio â’i gyfeirio. Rhaid i ail berson sydd wedi’i ddarllen, neu swyddog wrth gefn, gytuno i’r canlyniad yn gyntaf. Mae geiriau newydd gan y person a roddodd wybod, graddiad newydd neu benderfyniad newydd yn dod â’r cytundeb hwnnw i ben.',
  },
  'closing.gateSignOff': {
    en: 'Your force requires its supervisor to sign off this outcome. Agree to it and give your reason. A supervisor who handles cases reads the case and closes it, or agrees first. A reserve officer may agree in their place.',
    cy: 'Mae eich heddlu’n gofyn i’w oruchwyliwr gymeradwyo’r canlyniad hwn. Cytunwch ag ef a rhowch eich rheswm. Mae goruchwyliwr sy’n delio ag achosion yn darllen yr achos ac yn ei gau, neu’n cytuno yn gyntaf. Caiff swyddog wrth gefn gytuno yn ei le.',
  },
  'closing.gateAgreementUnread': {
    en: 'You have not opened the case since anything was last written, graded or agreed. Open it, and read that and the reason first.',
    cy: 'Nid ydych wedi agor yr achos ers y peth diwethaf a ysgrifennwyd, a raddiwyd neu y cytunwyd arno. Agorwch ef, a darllenwch hynny a’r rheswm yn gyntaf.',
  },
  'closing.gateOutcome': {
    en: 'The other person agreed to another outcome. Choose that one, or ask again for yours.',
    cy: 'Cytunodd y person arall i ganlyniad gwahanol. Dewiswch hwnnw, neu gofynnwch eto am eich un chi.',
  },
  'closing.agreeSend': { en: 'Agree to this outcome', cy: 'Cytuno i’r canlyniad hwn' },
  'closing.agreeSaved': {
    en: 'Your agreement is recorded. Someone else can now close the case with this outcome.',
    cy: 'Mae eich cytundeb wedi’i gofnodi. Gall rhywun arall gau’r achos gyda’r canlyniad hwn nawr.',
  },
  'closing.agreeStands': {
    en: '{who} agreed to this outcome: {outcome}.',
    cy: 'Cytunodd {who} i’r canlyniad hwn: {outcome}.',
  },
  'closing.agreeAsk': { en: 'Who to ask to agree', cy: 'Gofyn i bwy gytuno' },
  'closing.agreeColleague': { en: 'A colleague who sees this case', cy: 'Cydweithiwr sy’n gweld yr achos hwn' },
  'closing.agreeReserve': {
    en: 'The reserve officers as well: they are told, and can read the reason',
    cy: 'Y swyddogion wrth gefn hefyd: cânt wybod, a gallant ddarllen y rheswm',
  },
  'closing.agreeNoReserve': {
    en: 'You cannot ask the reserve officers: none is left who could be told. A colleague who sees this case is asked.',
    cy: 'Ni allwch ofyn i’r swyddogion wrth gefn: nid oes yr un ohonynt ar gael i gael gwybod. Gofynnir i gydweithiwr sy’n gweld yr achos hwn.',
  },
  'closing.noReserve': {
    en: 'No colleague who sees this case has opened it since anything was last written or graded, so the reserve officers must be told if you close it. No reserve officer is left who could be told. Ask a colleague to open the case first, or ask Candour’s admins to have someone added to the reserve officers.',
    cy: 'Nid oes cydweithiwr sy’n gweld yr achos hwn wedi’i agor ers i rywbeth gael ei ysgrifennu neu ei raddio ddiwethaf, felly rhaid i’r swyddogion wrth gefn gael gwybod os byddwch yn ei gau. Nid oes yr un ohonynt ar gael i gael gwybod. Gofynnwch i gydweithiwr agor yr achos yn gyntaf, neu gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn.',
  },
  'closing.needsSecond': {
    en: 'A colleague’s access to this case was removed, and nobody else can see it. Closing it needs a second person. Ask Candour’s admins to have someone added to the reserve officers first.',
    cy: 'Tynnwyd mynediad cydweithiwr at yr achos hwn, ac ni all neb arall ei weld. Mae angen ail berson i’w gau. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf.',
  },
  'closing.readUnlock': {
    en: 'Go to your keys: open them to read what you are asked to agree to',
    cy: 'Mynd at eich allweddi: agorwch nhw i ddarllen yr hyn y gofynnir i chi gytuno iddo',
  },
  'closing.readOpen': {
    en: 'Open the case to read what you are asked to agree to',
    cy: 'Agor yr achos i ddarllen yr hyn y gofynnir i chi gytuno iddo',
  },
  'closing.readText': { en: 'What {who} wrote:', cy: 'Yr hyn a ysgrifennodd {who}:' },
  'closing.keyNeeded': {
    en: 'Open your key before you record this: the page encrypts your reason with it.',
    cy: 'Agorwch eich allwedd cyn cofnodi hyn: mae’r dudalen yn amgryptio’ch rheswm gyda hi.',
  },
} as const satisfies Words<'closing'>;
