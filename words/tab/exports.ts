import type { Words } from '../word.ts';

export const exportsWords = {
  'exports.intro': {
    en: 'Exporting makes two files: a signed file for a case system, with the history, and a PDF to read. Candour does not put the name of the person who reported in either.',
    cy: 'Mae allforio’n creu dwy ffeil: ffeil wedi’i llofnodi ar gyfer system achosion, gyda’r hanes, a PDF i’w ddarllen. Nid yw Candour yn rhoi enw’r person a roddodd wybod yn y naill na’r llall.',
  },
  'exports.notSet': {
    en: 'Cases cannot be exported yet, because the server has no key to sign with. Ask the operators.',
    cy: 'Ni ellir allforio achosion eto, gan nad oes gan y gweinydd allwedd i lofnodi â hi. Gofynnwch i’r gweithredwyr.',
  },
  'exports.openFirst': {
    en: 'Open the report on this page first. The files are made here, from what you open.',
    cy: 'Agorwch yr adroddiad ar y dudalen hon yn gyntaf. Yma y caiff y ffeiliau eu gwneud, o’r hyn a agorwch.',
  },
  'exports.doubts': {
    en: 'Something in this case could not be verified. What you export now will say so.',
    cy: 'Mae rhywbeth yn yr achos hwn na ellid ei ddilysu. Bydd yr hyn rydych yn ei allforio nawr yn dweud hynny.',
  },
  'exports.theFiles': { en: 'Files', cy: 'Ffeiliau' },
  'exports.filesApart': {
    en: 'These files came with the report or with a message. They are not in this export. Export each one separately, encrypted, from the case page. Each SHA-256 value was calculated from the file before it was encrypted.',
    cy: 'Daeth y ffeiliau hyn gyda’r adroddiad neu gyda neges. Nid ydynt yn yr allforiad hwn. Allforiwch bob un ar wahân, wedi’i hamgryptio, o dudalen yr achos. Mae pob gwerth SHA-256 wedi’i gyfrifo o’r ffeil cyn ei hamgryptio.',
  },
  'exports.fileCopy': {
    en: '{type}, {size}, a clean copy. SHA-256: {digest}',
    cy: '{type}, {size}, copi glân. SHA-256: {digest}',
  },
  'exports.fileOriginal': {
    en: '{type}, {size}, the original. SHA-256: {digest}',
    cy: '{type}, {size}, y gwreiddiol. SHA-256: {digest}',
  },
  'exports.fileCame': { en: 'With the case since: {at}', cy: 'Gyda’r achos ers: {at}' },
  'exports.what': { en: 'What to export', cy: 'Beth i’w allforio' },
  'exports.whatSanitised': {
    en: 'The sanitised text, which a second person signed off',
    cy: 'Y testun wedi’i lanhau, a gymeradwywyd gan ail berson',
  },
  'exports.whatWhole': {
    en: 'The whole report with its messages. Only the person the case is with can do this.',
    cy: 'Yr adroddiad cyfan gyda’i negeseuon. Dim ond y person sydd â’r achos a all wneud hyn.',
  },
  'exports.told': {
    en: 'The reserve officers will be told that the whole case was exported, and where to.',
    cy: 'Bydd y swyddogion wrth gefn yn cael gwybod bod yr achos cyfan wedi’i allforio, ac i ble.',
  },
  'exports.chooseWhat': { en: 'Choose what to export.', cy: 'Dewiswch beth i’w allforio.' },
  'exports.needsSignature': {
    en: 'There is no sanitised text that a second person has signed off.',
    cy: 'Nid oes testun wedi’i lanhau a gymeradwywyd gan ail berson.',
  },
  'exports.needsAssignee': {
    en: 'Only the person the case is with can export the whole report.',
    cy: 'Dim ond y person sydd â’r achos a all allforio’r adroddiad cyfan.',
  },
  'exports.textMissing': {
    en: 'The sanitised text was written after you opened the report, or cannot be opened with your key. Open the report again.',
    cy: 'Ysgrifennwyd y testun wedi’i lanhau ar ôl i chi agor yr adroddiad, neu ni ellir ei agor â’ch allwedd. Agorwch yr adroddiad eto.',
  },
  'exports.preview': { en: 'This text will be exported', cy: 'Dyma’r testun a gaiff ei allforio' },
  'exports.place': { en: 'Where it goes', cy: 'I ble mae’n mynd' },
  'exports.choosePlace': { en: 'Choose where it goes.', cy: 'Dewiswch i ble mae’n mynd.' },
  'exports.remark': { en: 'Who receives it, and why', cy: 'Pwy sy’n ei dderbyn, a pham' },
  'exports.remarkHint': {
    en: 'Encrypted for the case handlers. It stays in the history.',
    cy: 'Wedi’i amgryptio ar gyfer y swyddogion achosion. Mae’n aros yn yr hanes.',
  },
  'exports.writeRemark': {
    en: 'Write who receives it, and why.',
    cy: 'Ysgrifennwch pwy sy’n ei dderbyn, a pham.',
  },
  'exports.send': { en: 'Export and sign', cy: 'Allforio a llofnodi' },
  'exports.saved': {
    en: 'The export is signed and recorded in the history. Save both files now: they are not kept anywhere else.',
    cy: 'Mae’r allforiad wedi’i lofnodi a’i gofnodi yn yr hanes. Cadwch y ddwy ffeil nawr: nid ydynt yn cael eu cadw yn unman arall.',
  },
  'exports.files': { en: 'The files of this export', cy: 'Ffeiliau’r allforiad hwn' },
  'exports.filesSanitised': {
    en: 'SANITISED: these files hold the text that a second person signed off. They are named {name}.',
    cy: 'WEDI’I LANHAU: mae’r ffeiliau hyn yn cynnwys y testun a gymeradwywyd gan ail berson. Eu henw yw {name}.',
  },
  'exports.filesWhole': {
    en: 'WHOLE: these files hold the report as it was written, and may show who reported. They are named {name}.',
    cy: 'CYFAN: mae’r ffeiliau hyn yn cynnwys yr adroddiad fel y’i hysgrifennwyd, a gallant ddangos pwy roddodd wybod. Eu henw yw {name}.',
  },
  'exports.filesWholeLog': {
    en: 'WHOLE, with the decision log: these files hold the report as it was written and what case handlers recorded, and may show who reported. They are named {name}.',
    cy: 'CYFAN, gyda’r log penderfyniadau: mae’r ffeiliau hyn yn cynnwys yr adroddiad fel y’i hysgrifennwyd a’r hyn a gofnododd swyddogion achosion, a gallant ddangos pwy roddodd wybod. Eu henw yw {name}.',
  },
  'exports.saveJson': { en: 'Save the signed file (JSON)', cy: 'Cadw’r ffeil lofnodedig (JSON)' },
  'exports.savePdf': { en: 'Save the PDF', cy: 'Cadw’r PDF' },
  'exports.signedBy': {
    en: 'Signed with the key {fingerprint}. Anyone who receives the files can check them with “npm run verify-export”.',
    cy: 'Llofnodwyd â’r allwedd {fingerprint}. Gall unrhyw un sy’n derbyn y ffeiliau eu gwirio â “npm run verify-export”.',
  },
  'exports.notTheseFiles': {
    en: 'The history records an earlier attempt at this export, but this page no longer has its files. Export again.',
    cy: 'Mae’r hanes yn cofnodi ymgais gynharach i wneud yr allforiad hwn, ond nid yw’r ffeiliau ar y dudalen hon bellach. Allforiwch eto.',
  },
  'exports.unprotected': {
    en: 'Candour no longer protects these files: anyone who has them can read them. Keep them in line with the force’s rules for such material.',
    cy: 'Nid yw Candour yn diogelu’r ffeiliau hyn mwyach: gall unrhyw un sydd â nhw eu darllen. Cadwch nhw yn unol â rheolau’r heddlu ar gyfer deunydd o’r fath.',
  },
  'exports.warning': {
    en: 'Once you save the files, Candour no longer protects them. Export only what is needed.',
    cy: 'Ar ôl i chi gadw’r ffeiliau, nid yw Candour yn eu diogelu mwyach. Allforiwch yr hyn sydd ei angen yn unig.',
  },
  'exports.title': { en: 'Case {reference}', cy: 'Achos {reference}' },
  'exports.isSanitised': {
    en: 'Exported from Candour: the sanitised text, signed off by a second person.',
    cy: 'Allforiwyd o Candour: y testun wedi’i lanhau, a gymeradwywyd gan ail berson.',
  },
  'exports.isWhole': {
    en: 'Exported from Candour: the whole report, as it was written.',
    cy: 'Allforiwyd o Candour: yr adroddiad cyfan, fel y’i hysgrifennwyd.',
  },
  'exports.facts': { en: 'The case', cy: 'Yr achos' },
  'exports.fact': { en: '{label}: {value}', cy: '{label}: {value}' },
  'exports.receivedOn': { en: 'Received on', cy: 'Derbyniwyd ar' },
  'exports.urgency': { en: 'Urgency', cy: 'Lefel brys' },
  'exports.kind': { en: 'Kind of concern', cy: 'Math o bryder' },
  'exports.status': { en: 'Status', cy: 'Statws' },
  'exports.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'exports.category': { en: 'National category', cy: 'Categori cenedlaethol' },
  'exports.grading': { en: 'Grading', cy: 'Graddiad' },
  'exports.flags': { en: 'Flags', cy: 'Fflagiau' },
  'exports.regime': { en: 'Data protection regime', cy: 'Cyfundrefn diogelu data' },
  'exports.referral': { en: 'Referral to the IOPC', cy: 'Cyfeirio at yr IOPC' },
  'exports.referralOn': { en: 'Date of the referral decision', cy: 'Dyddiad y penderfyniad ar gyfeirio' },
  'exports.acknowledgedOn': { en: 'Acknowledged on', cy: 'Cydnabuwyd ar' },
  'exports.triagedOn': { en: 'Triaged on', cy: 'Brysbennwyd ar' },
  'exports.updatedOn': {
    en: 'Last update to the person who reported',
    cy: 'Diweddariad diwethaf i’r person a roddodd wybod',
  },
  'exports.closedOn': { en: 'Closed on', cy: 'Caewyd ar' },
  'exports.reviewOn': { en: 'Retention review due on', cy: 'Dyddiad adolygu’r angen i gadw’r achos' },
  'exports.dueOn': { en: 'Due', cy: 'Dyddiad targed' },
  'exports.route': { en: 'Who reported', cy: 'Pwy roddodd wybod' },
  'exports.partnerType': { en: 'Passed on by', cy: 'Trosglwyddwyd gan' },
  'exports.consentWithdrawn': {
    en: 'The person no longer agrees to this being passed on. Recorded on {day}',
    cy: 'Nid yw’r person yn cytuno mwyach i hyn gael ei drosglwyddo. Cofnodwyd hynny ar {day}',
  },
  'exports.mode': { en: 'Way of reporting', cy: 'Dull o roi gwybod' },
  'exports.sanitisedText': { en: 'Sanitised text', cy: 'Testun wedi’i lanhau' },
  'exports.theReport': { en: 'The report', cy: 'Yr adroddiad' },
  'exports.messages': { en: 'Messages after the report', cy: 'Negeseuon ar ôl yr adroddiad' },
  'exports.fromReporter': {
    en: 'From the person who reported, on {day}',
    cy: 'Gan y person a roddodd wybod, ar {day}',
  },
  'exports.toReporter': { en: 'To the person who reported, on {day}', cy: 'At y person a roddodd wybod, ar {day}' },
  'exports.nothingToAdd': { en: 'Nothing to add.', cy: 'Dim byd i’w ychwanegu.' },
  'exports.leftOut': {
    en: '{count, plural, one {# message} other {# messages}} could not be shown to be genuine and {count, plural, one {is} other {are}} left out.',
    cy: '{count, plural, one {Ni ellid dangos bod # neges yn ddilys, ac fe’i gadawyd allan.} other {Ni ellid dangos bod # neges yn ddilys, ac fe’u gadawyd allan.}}',
  },
  'exports.aboutFile': { en: 'About this file', cy: 'Am y ffeil hon' },
  'exports.beside': {
    en: 'This PDF comes with a signed JSON file. The file contains the same content, the history of the case, and a check (hash) of this PDF.',
    cy: 'Mae ffeil JSON lofnodedig yn perthyn i’r PDF hwn. Mae’r un cynnwys ynddi, ynghyd â hanes yr achos a gwiriad (hash) o’r PDF hwn.',
  },
  'exports.withheld': {
    en: 'A sanitised export leaves out entries of the history, so that they do not show who reported.',
    cy: 'Mae allforiad wedi’i lanhau yn hepgor cofnodion o’r hanes, rhag iddynt ddangos pwy roddodd wybod.',
  },
  'exports.incomplete': {
    en: 'Some characters cannot be shown here and appear as �. The signed file has them.',
    cy: 'Ni ellir dangos rhai nodau yma, ac maent yn ymddangos fel �. Maent yn y ffeil lofnodedig.',
  },
  'exports.headSanitised': {
    en: 'SANITISED: the text that a second person signed off',
    cy: 'WEDI’I LANHAU: y testun a gymeradwywyd gan ail berson',
  },
  'exports.headWhole': {
    en: 'WHOLE: this may show who reported',
    cy: 'CYFAN: gall hwn ddangos pwy roddodd wybod',
  },
  'exports.headWholeLog': {
    en: 'WHOLE, with the decision log: this may show who reported',
    cy: 'CYFAN, gyda’r log penderfyniadau: gall hwn ddangos pwy roddodd wybod',
  },
  'exports.footer': {
    en: 'Case {reference}, page {page} of {pages}',
    cy: 'Achos {reference}, tudalen {page} o {pages}',
  },
} as const satisfies Words<'exports'>;
