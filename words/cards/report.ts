import type { Words } from '../word.ts';

/** The cards between the first of a report and its end. */
export const reportWords = {
  'report.accountHeading': { en: 'What happened', cy: 'Beth ddigwyddodd' },
  'report.accountTold': {
    en: 'If someone told you about it, write what they told you. If you choose “Add optional detail”, there is a card for their own words.',
    cy: 'Os dywedodd rhywun wrthych amdano, ysgrifennwch yr hyn a ddywedodd. Os dewiswch “Ychwanegu manylion dewisol”, mae cerdyn ar gyfer geiriau’r person ei hun.',
  },
  'report.noFiles': {
    en: 'You cannot add pictures or files here. Say what evidence there is and where it is, and leave it there.',
    cy: 'Ni ellir ychwanegu lluniau na ffeiliau yma. Dywedwch beth sydd ar gael ac ymhle, a gadewch ef yno.',
  },
  'report.filesLater': {
    en: 'You can add photos, documents, voice notes or videos once you have your code. Add only what you already have.',
    cy: 'Gallwch ychwanegu lluniau, dogfennau, negeseuon llais neu fideos pan fydd gennych eich cod. Ychwanegwch yr hyn sydd gennych eisoes, a dim mwy.',
  },
  'report.changedVersion': {
    en: 'A changed version of the report:',
    cy: 'Fersiwn newydd o’r adroddiad:',
  },
  'report.codeHeading': { en: 'Your return code', cy: 'Eich cod dychwelyd' },
  'report.codeWrite': {
    en: 'Write it down on something of your own.',
    cy: 'Ysgrifennwch ef ar rywbeth sy’n eiddo i chi.',
  },
  'report.codeOnly': {
    en: 'It is the only way back: we keep no copy. Anyone with it can add more, and see our messages or a draft, but not what you sent.',
    cy: 'Dyma’r unig ffordd yn ôl: nid ydym yn cadw copi. Gall unrhyw un sydd â’r cod ychwanegu rhagor a gweld ein negeseuon neu ddrafft, ond nid yr hyn a anfonoch.',
  },
  'report.codeLost': {
    en: 'If Teams stops, the code shows whether your report arrived.',
    cy: 'Os bydd Teams yn stopio, mae’r cod yn dangos a gyrhaeddodd eich adroddiad.',
  },
  'report.urgent': {
    en: 'Your report will raise an urgent alert. The alert is sent straight away, so its time shows roughly when you sent your report.',
    cy: 'Bydd eich adroddiad yn sbarduno rhybudd brys. Caiff y rhybudd ei anfon ar unwaith, felly mae ei amser yn dangos yn fras pryd y gwnaethoch anfon yr adroddiad.',
  },
  'report.conflictHeading': {
    en: 'This report goes outside the unit',
    cy: 'Mae’r adroddiad hwn yn mynd y tu allan i’r uned',
  },
  'report.thenSend': {
    en: 'Send now',
    cy: 'Anfon nawr',
  },
  'report.thenDetail': {
    en: 'Add optional detail',
    cy: 'Ychwanegu manylion dewisol',
  },
  'report.thenLater': {
    en: 'Finish later, within {days, plural, one {# day} other {# days}}',
    cy: 'Gorffen o fewn {days, plural, two {# ddiwrnod} other {# diwrnod}}',
  },
  'report.thenFile': { en: 'Add a photo or recording', cy: 'Ychwanegu llun neu recordiad' },
  'report.filesOnPage': {
    en: 'You can add a photo or a recording in the “Report a concern” tab in Candour, with your code. Add only what you already have.',
    cy: 'Gallwch ychwanegu llun neu recordiad yn y tab “Rhoi gwybod am bryder” yn Candour, gyda’ch cod. Ychwanegwch yr hyn sydd gennych eisoes, a dim mwy.',
  },
  'report.aboutHeading': { en: 'More about it', cy: 'Mwy am y pryder' },
  'report.signsHeading': { en: 'Signs, and who may be harmed', cy: 'Arwyddion, a phwy all gael niwed' },
  'report.knowledgeHeading': { en: 'How you know', cy: 'Sut rydych chi’n gwybod am hyn' },
  'report.disclosureHeading': { en: 'What you were told', cy: 'Yr hyn a ddywedwyd wrthych' },
  'report.disclosureCare': {
    en: 'Do not question the person further, and do not promise to keep it secret.{phone, select, none {} other { {victims} can support them too: {phone}.}}',
    cy: 'Peidiwch â holi’r person ymhellach, a pheidiwch ag addo cadw’r peth yn gyfrinach.{phone, select, none {} other { Gall {victims} gefnogi’r person hwnnw hefyd: {phone}.}}',
  },
  'report.expired': {
    en: 'That card was open for more than 12 hours. What you wrote is still here. Check it before you send it.',
    cy: 'Bu’r cerdyn hwnnw ar agor am fwy na 12 awr. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd. Gwiriwch ef cyn ei anfon.',
  },
  'report.expiredHeading': { en: 'Welcome back', cy: 'Croeso yn ôl' },
  'report.takenHeading': { en: 'You have a new return code', cy: 'Mae gennych god dychwelyd newydd' },
  'report.taken': {
    en: 'Your earlier code could not be used, and nothing was saved under it. Cross it out, write down the new one, and send again. What you wrote is still here.',
    cy: 'Nid oedd modd defnyddio eich cod cynharach, ac ni chadwyd dim o dan y cod hwnnw. Rhowch linell drwyddo, ysgrifennwch yr un newydd, ac anfonwch eto. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd.',
  },
  'report.erasedHeading': { en: 'Your first report has been erased', cy: 'Mae eich adroddiad cyntaf wedi’i ddileu' },
  'report.erased': {
    en: 'It was erased under the force’s rules on how long reports are kept, so nothing can be added to it. What you wrote is still here and is not saved. To send it as a new report, write down the new code and send again.',
    cy: 'Cafodd ei ddileu o dan reolau’r heddlu ar ba mor hir y cedwir adroddiadau, felly ni ellir ychwanegu dim ato. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd ac nid yw wedi’i gadw. I’w anfon fel adroddiad newydd, ysgrifennwch y cod newydd ac anfonwch eto.',
  },
  'report.apartHeading': {
    en: 'This will be a separate report',
    cy: 'Bydd hwn yn adroddiad ar wahân',
  },
  'report.apart': {
    en: 'Your first version is saved and stays with the Anti-Corruption Unit. What you say now could be about the unit, so this version goes outside it, under a new code. This version is not saved yet. Write the new code next to the first one, and send again.',
    cy: 'Mae eich fersiwn gyntaf wedi’i chadw ac yn aros gyda’r Uned Wrthlygredd. Gallai’r hyn rydych yn ei ddweud nawr ymwneud â’r uned, felly mae’r fersiwn hon yn mynd y tu allan iddi, o dan god newydd. Nid yw’r fersiwn hon wedi’i chadw eto. Ysgrifennwch y cod newydd wrth ymyl y cyntaf, ac anfonwch eto.',
  },
  'report.sealedFor': { en: 'Keys that can open reports', cy: 'Allweddi a all agor adroddiadau' },
  'report.sealedForWhy': {
    en: 'What you send can be opened with the keys of the people it is for, and with no others. To check a key, ask someone who holds it to confirm its letters and digits.',
    cy: 'Gellir agor yr hyn a anfonwch ag allweddi’r bobl y mae ar eu cyfer, ond nid ag unrhyw allweddi eraill. I wirio allwedd, gofynnwch i rywun sydd â hi gadarnhau ei llythrennau a’i digidau.',
  },
  'report.differs': {
    en: 'This report does not match the case details: {terms}. Use what the report says.',
    cy: 'Nid yw’r adroddiad hwn yn cyfateb i fanylion yr achos: {terms}. Dilynwch yr adroddiad.',
  },
  'report.otherPerson': {
    en: 'The name in this report is not the name of the person who was signed in. The person who was signed in was {name} ({id}).',
    cy: 'Nid enw’r person a oedd wedi mewngofnodi sydd yn yr adroddiad hwn. Y person a oedd wedi mewngofnodi oedd {name} ({id}).',
  },
} as const satisfies Words<'report'>;
