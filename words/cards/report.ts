import type { Words } from '../word.ts';

/** The cards between the first of a report and its end. */
export const reportWords = {
  'report.accountHeading': { en: 'What happened', cy: 'Beth ddigwyddodd' },
  'report.accountTold': {
    en: 'If someone told you about it, write what they told you. With “Add optional detail” there is a card for their own words.',
    cy: 'Os dywedodd rhywun wrthych amdano, ysgrifennwch yr hyn a ddywedwyd. O dan “Ychwanegu manylion dewisol” mae cerdyn ar gyfer geiriau’r person ei hun.',
  },
  'report.noFiles': {
    en: 'No pictures or files can be added here. Say what there is and where it is, and leave it there.',
    cy: 'Ni ellir ychwanegu lluniau na ffeiliau yma. Dywedwch beth sydd ar gael ac ymhle, a gadewch ef yno.',
  },
  'report.filesLater': {
    en: 'You can add a photo, a PDF or plain text once you have your code. Add only what you have already.',
    cy: 'Gallwch ychwanegu llun, PDF neu destun plaen unwaith y bydd gennych eich cod. Ychwanegwch yr hyn sydd gennych eisoes, a dim mwy.',
  },
  'report.changedVersion': {
    en: 'A changed version of the report, as it would read now:',
    cy: 'Fersiwn wedi’i newid o’r adroddiad, fel y byddai’n darllen nawr:',
  },
  'report.codeHeading': { en: 'Your way back', cy: 'Eich ffordd yn ôl' },
  'report.codeWrite': {
    en: 'Write it down, on nothing from work.',
    cy: 'Ysgrifennwch ef, ond nid ar ddim o’r gwaith.',
  },
  'report.codeOnly': {
    en: 'It is the only way back: we keep no copy. With it, anyone can read our answers or a draft, and add, but never what you sent.',
    cy: 'Dyma’r unig ffordd yn ôl: nid ydym yn cadw copi. Gyda’r cod gall unrhyw un ddarllen ein hatebion neu ddrafft, ac ychwanegu, ond nid darllen yr hyn a anfonoch.',
  },
  'report.codeLost': {
    en: 'If Teams stops, it shows whether your report arrived.',
    cy: 'Os bydd Teams yn stopio, mae’n dangos a ddaeth eich adroddiad i law.',
  },
  'report.urgent': {
    en: 'Your report will raise an urgent alert. It is sent at once, so its time shows roughly when you sent your report.',
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
    en: 'You can add a photo or a recording on Candour’s page in Teams, with your code. Add only what you have already.',
    cy: 'Gallwch ychwanegu llun neu recordiad ar dudalen Candour yn Teams, gyda’ch cod. Ychwanegwch yr hyn sydd gennych eisoes, a dim mwy.',
  },
  'report.aboutHeading': { en: 'More about it', cy: 'Mwy am y pryder' },
  'report.signsHeading': { en: 'Signs, and who may be harmed', cy: 'Arwyddion, a phwy all gael niwed' },
  'report.knowledgeHeading': { en: 'How it is known', cy: 'Sut rydych chi’n gwybod am hyn' },
  'report.disclosureHeading': { en: 'What you were told', cy: 'Yr hyn a ddywedwyd wrthych' },
  'report.disclosureCare': {
    en: 'Please do not question the person further, and do not promise to keep it secret.{phone, select, none {} other { {victims} can support them as well: {phone}.}}',
    cy: 'Peidiwch â holi’r person ymhellach, a pheidiwch ag addo cadw’r peth yn gyfrinach.{phone, select, none {} other { Gall {victims} gefnogi’r person hwnnw hefyd: {phone}.}}',
  },
  'report.expired': {
    en: 'That card was open for more than 12 hours. What you wrote is here. Please look at it once more before you send it.',
    cy: 'Bu’r cerdyn hwnnw ar agor am fwy na 12 awr. Mae’r hyn rydych wedi’i ysgrifennu yma. Edrychwch arno unwaith eto cyn ei anfon.',
  },
  'report.expiredHeading': { en: 'Welcome back', cy: 'Croeso yn ôl' },
  'report.takenHeading': { en: 'You have a new return code', cy: 'Mae gennych god dychwelyd newydd' },
  'report.taken': {
    en: 'The earlier code could not be used and nothing was saved under it. Please strike it out, write the new one down, and send again. What you wrote is still here.',
    cy: 'Nid oedd modd defnyddio’r cod cynharach ac ni chafodd dim ei gadw oddi tano. Rhowch linell drwyddo, ysgrifennwch yr un newydd, ac anfonwch eto. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd.',
  },
  'report.erasedHeading': { en: 'Your first report has been erased', cy: 'Mae eich adroddiad cyntaf wedi’i ddileu' },
  'report.erased': {
    en: 'It was erased under the force’s rules on how long reports are kept, so nothing can be added to it. What you wrote is still here and is not saved. To send it as a new report, please write down the new code and send again.',
    cy: 'Cafodd ei ddileu o dan reolau’r heddlu ar ba mor hir y cedwir adroddiadau, felly ni ellir ychwanegu dim ato. Mae’r hyn rydych wedi’i ysgrifennu yma o hyd ac nid yw wedi’i gadw. I’w anfon fel adroddiad newydd, ysgrifennwch y cod newydd ac anfonwch eto.',
  },
  'report.apartHeading': {
    en: 'This will be a separate report',
    cy: 'Bydd hwn yn adroddiad ar wahân',
  },
  'report.apart': {
    en: 'Your first version is saved and stays with the Anti-Corruption Unit. What you say now may concern the unit, so this version goes outside it, under a new code. It is not saved yet. Please write the new code down beside the first one, and send again.',
    cy: 'Mae eich fersiwn gyntaf wedi’i chadw ac yn aros gyda’r Uned Wrthlygredd. Efallai fod yr hyn rydych yn ei ddweud nawr yn ymwneud â’r uned, felly mae’r fersiwn hon yn mynd y tu allan iddi, o dan god newydd. Nid yw wedi’i chadw eto. Ysgrifennwch y cod newydd wrth ymyl y cyntaf, ac anfonwch eto.',
  },
  'report.sealedFor': { en: 'The keys that this page seals to', cy: 'Yr allweddi y mae’r dudalen hon yn selio iddynt' },
  'report.sealedForWhy': {
    en: 'What you send can be opened with some of these keys and no others: with those of the people it is for. Anybody who holds a key can tell you whether its letters and digits are right.',
    cy: 'Gellir agor yr hyn a anfonwch â rhai o’r allweddi hyn, ac â dim arall: ag allweddi’r bobl y mae ar eu cyfer. Gall unrhyw un sy’n dal allwedd ddweud wrthych a yw ei llythrennau a’i rhifau’n gywir.',
  },
  'report.differs': {
    en: 'The report says something else than the case beside it: {terms}. Go by the report.',
    cy: 'Mae’r adroddiad yn dweud rhywbeth gwahanol i’r achos wrth ei ymyl: {terms}. Dilynwch yr adroddiad.',
  },
  'report.otherPerson': {
    en: 'The report does not name the person who was signed in: {name} ({id}).',
    cy: 'Nid yw’r adroddiad yn enwi’r sawl oedd wedi mewngofnodi: {name} ({id}).',
  },
} as const satisfies Words<'report'>;
