import type { Words } from '../word.ts';

/** The words about the gates before a case is closed, and about agreeing to its end. */
export const closingWords = {
  'closing.gateOpened': {
    en: 'Nobody who can see this case has opened its report. Open it and read it first.',
    cy: 'Nid oes neb sy’n gweld yr achos hwn wedi agor ei adroddiad. Agorwch ef a’i ddarllen yn gyntaf.',
  },
  'closing.gateUnread': {
    en: 'The person who reported has written since the report was last opened. First open it again and read what is new.',
    cy: 'Mae’r person a roddodd wybod wedi ysgrifennu ers i’r adroddiad gael ei agor ddiwethaf. Yn gyntaf, agorwch ef eto a darllenwch yr hyn sy’n newydd.',
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
    en: 'One person cannot close this case alone: it is or was urgent, it may be abuse of position, or it was decided not to refer it. A second person who has read it, or a reserve officer, must first agree to the outcome. That agreement no longer counts if the person who reported writes again, or if there is a new grading or a new decision.',
    cy: 'Ni all un person gau’r achos hwn ar ei ben ei hun: mae’n achos brys neu bu’n un, gall ymwneud â chamddefnyddio swydd, neu penderfynwyd peidio â’i gyfeirio. Rhaid i ail berson sydd wedi’i ddarllen, neu swyddog wrth gefn, gytuno i’r canlyniad yn gyntaf. Nid yw’r cytundeb hwnnw’n cyfrif mwyach os bydd y person a roddodd wybod yn ysgrifennu eto, neu os oes graddiad newydd neu benderfyniad newydd.',
  },
  'closing.gateSignOff': {
    en: 'Your force requires a supervisor to sign off this outcome: two people agree to it, and one of them must be a supervisor who handles cases. Agree to the outcome and give your reason. The other person then reads the case and closes it. A reserve officer may agree in the supervisor’s place.',
    cy: 'Mae eich heddlu’n gofyn i oruchwyliwr gymeradwyo’r canlyniad hwn: bydd dau berson yn cytuno iddo, a rhaid i un ohonynt fod yn oruchwyliwr sy’n delio ag achosion. Cytunwch i’r canlyniad a rhowch eich rheswm. Yna bydd y person arall yn darllen yr achos ac yn ei gau. Caiff swyddog wrth gefn gytuno yn lle’r goruchwyliwr.',
  },
  'closing.gateAgreementUnread': {
    en: 'Something was written, graded or agreed after you last opened the case. First open the case again, and read the reason and anything new.',
    cy: 'Cafodd rhywbeth ei ysgrifennu neu ei raddio, neu cytunwyd ar rywbeth, ar ôl i chi agor yr achos ddiwethaf. Yn gyntaf, agorwch yr achos eto a darllenwch y rheswm ac unrhyw beth newydd.',
  },
  'closing.gateOutcome': {
    en: 'The other person agreed to another outcome. Choose that outcome, or ask again for agreement to yours.',
    cy: 'Cytunodd y person arall i ganlyniad gwahanol. Dewiswch y canlyniad hwnnw, neu gofynnwch eto am gytundeb i’ch un chi.',
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
    en: 'You cannot ask the reserve officers, because there is no reserve officer left for Candour to tell. Candour will ask a colleague who sees this case instead.',
    cy: 'Ni allwch ofyn i’r swyddogion wrth gefn, gan nad oes swyddog wrth gefn ar ôl i Candour ddweud wrtho. Bydd Candour yn gofyn i gydweithiwr sy’n gweld yr achos hwn yn lle hynny.',
  },
  'closing.noReserve': {
    en: 'No colleague who sees this case has opened it since the person who reported last wrote or the case was last graded, so the reserve officers must be told if you close it. But no reserve officer is left for Candour to tell. Ask a colleague to open the case first, or ask Candour’s admins to have someone added to the reserve officers.',
    cy: 'Nid oes cydweithiwr sy’n gweld yr achos hwn wedi’i agor ers i’r person a roddodd wybod ysgrifennu ddiwethaf neu ers i’r achos gael ei raddio ddiwethaf, felly rhaid i’r swyddogion wrth gefn gael gwybod os byddwch yn ei gau. Ond nid oes swyddog wrth gefn ar ôl i Candour ddweud wrtho. Gofynnwch i gydweithiwr agor yr achos yn gyntaf, neu gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn.',
  },
  'closing.needsSecond': {
    en: 'A colleague’s access to this case was removed, and only you can still see it. Closing it needs a second person. Ask Candour’s admins to have someone added to the reserve officers first.',
    cy: 'Tynnwyd mynediad cydweithiwr at yr achos hwn, a dim ond chi sy’n dal i’w weld. Mae angen ail berson i’w gau. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf.',
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
