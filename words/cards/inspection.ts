import type { Words } from '../word.ts';

/** The words of the inspector's sheet: its questions, and what stands beside their answers. */
export const inspectionWords = {
  'inspection.title': {
    en: 'How the force deals with confidential reports: answers for an inspector',
    cy: 'Sut mae’r heddlu’n delio ag adroddiadau cyfrinachol: atebion i arolygydd',
  },
  'inspection.ways': {
    en: 'How can officers, staff and volunteers report a concern about a colleague in confidence?',
    cy: 'Sut y gall swyddogion, staff a gwirfoddolwyr roi gwybod yn gyfrinachol am bryder ynghylch cydweithiwr?',
  },
  'inspection.readers': {
    en: 'Who reads a report, and who does not?',
    cy: 'Pwy sy’n darllen adroddiad, a phwy nad yw’n ei ddarllen?',
  },
  'inspection.speed': {
    en: 'How soon is a report acknowledged, assessed and closed?',
    cy: 'Pa mor fuan y caiff adroddiad ei gydnabod, ei asesu a’i gau?',
  },
  'inspection.conflicts': {
    en: 'What happens if a report is about the people who would deal with it?',
    cy: 'Beth sy’n digwydd os yw adroddiad yn ymwneud â’r bobl a fyddai’n delio ag ef?',
  },
  'inspection.feedback': {
    en: 'What are people who report told afterwards?',
    cy: 'Pa ateb y mae pobl sy’n rhoi gwybod yn ei gael?',
  },
  'inspection.awareness': {
    en: 'How does the force know whether people know how to report?',
    cy: 'Sut mae’r heddlu’n gwybod bod pobl yn gwybod sut i roi gwybod?',
  },
  'inspection.protection': {
    en: 'How are people who report protected?',
    cy: 'Sut y caiff pobl sy’n rhoi gwybod eu diogelu?',
  },
  'inspection.categories': {
    en: 'What are reports about, and how do they end?',
    cy: 'Beth yw testun yr adroddiadau, a sut maent yn dod i ben?',
  },
  'inspection.referral': {
    en: 'What is referred to the IOPC, and how soon?',
    cy: 'Beth sy’n cael ei gyfeirio at yr IOPC, a pha mor fuan?',
  },
  'inspection.repeats': {
    en: 'How does the force notice several reports about the same person?',
    cy: 'Sut mae’r heddlu’n sylwi ar sawl adroddiad am yr un person?',
  },
  'inspection.retention': {
    en: 'How long are reports kept, and who decides?',
    cy: 'Am ba hyd y cedwir adroddiadau, a phwy sy’n penderfynu?',
  },
  'inspection.audit': {
    en: 'How can anyone check that nothing was changed or hidden?',
    cy: 'Sut y gall unrhyw un wirio na chafodd dim ei newid na’i guddio?',
  },
  'inspection.acknowledgeDays': { en: 'Target to acknowledge', cy: 'Targed ar gyfer cydnabod' },
  'inspection.triageDays': { en: 'Target for triage', cy: 'Targed ar gyfer brysbennu' },
  'inspection.updateDays': {
    en: 'Target for an update to the person who reported',
    cy: 'Targed ar gyfer rhoi diweddariad i’r person a roddodd wybod',
  },
  'inspection.referralDays': {
    en: 'Target to refer, counted from the decision',
    cy: 'Targed ar gyfer cyfeirio, o ddyddiad y penderfyniad',
  },
  'inspection.reviewYears': {
    en: 'Time without activity before a case is reviewed',
    cy: 'Amser heb weithgarwch cyn adolygu achos',
  },
  'inspection.custodiansNeeded': {
    en: 'Custodians needed to open an encrypted identity',
    cy: 'Nifer y ceidwaid sydd eu hangen i agor hunaniaeth wedi’i hamgryptio',
  },
  'inspection.opensWithoutRequest': {
    en: 'If someone’s life is at risk, a custodian can open an encrypted identity without a request',
    cy: 'Os yw bywyd rhywun mewn perygl, gall ceidwad agor hunaniaeth wedi’i hamgryptio heb gais',
  },
  'inspection.writesToReporters': {
    en: 'The unit can write to people who reported',
    cy: 'Gall yr uned ysgrifennu at bobl a roddodd wybod',
  },
  'inspection.handlers': { en: 'Case handlers in the settings', cy: 'Swyddogion achosion yn y gosodiadau' },
  'inspection.reserve': {
    en: 'Reserve officers in the settings',
    cy: 'Swyddogion wrth gefn yn y gosodiadau',
  },
  'inspection.custodians': {
    en: 'Identity custodians in the settings',
    cy: 'Ceidwaid hunaniaeth yn y gosodiadau',
  },
  'inspection.days': {
    en: '{count, plural, =0 {the same day} one {# day} other {# days}}',
    cy: '{count, plural, =0 {yr un diwrnod} two {# ddiwrnod} other {# diwrnod}}',
  },
  'inspection.years': {
    en: '{count, plural, one {# year} other {# years}}',
    cy: '{count, plural, =4 {# blynedd} one {# flwyddyn} two {# flynedd} few {# blynedd} many {# blynedd} other {# mlynedd}}',
  },
  'inspection.yes': { en: 'yes', cy: 'gall' },
  'inspection.no': { en: 'no', cy: 'na all' },
  'inspection.notSet': {
    en: 'not set on the computer that made this sheet',
    cy: 'heb ei osod ar y cyfrifiadur a luniodd y ddalen hon',
  },
  'inspection.settings': {
    en: 'The settings are those that Candour read when this sheet was made.',
    cy: 'Y gosodiadau yw’r rhai a ddarllenodd Candour pan luniwyd y ddalen hon.',
  },
  'inspection.notAnswered': { en: 'The force has not answered this yet.', cy: 'Nid yw’r heddlu wedi ateb hyn eto.' },
  'inspection.again': {
    en: 'To get any figure again, use its id: {command}',
    cy: 'I gael unrhyw ffigur eto, defnyddiwch ei ddynodydd: {command}',
  },
  'inspection.id': { en: 'Id', cy: 'Dynodydd' },
  'inspection.owner': { en: 'Responsible person', cy: 'Person cyfrifol' },
  'inspection.answeredOn': { en: 'Answered on', cy: 'Atebwyd ar' },
  'inspection.reviewBy': { en: 'Review by', cy: 'Adolygu erbyn' },
  'inspection.overdue': {
    en: 'The review date has passed.',
    cy: 'Mae’r dyddiad adolygu wedi mynd heibio.',
  },
  'inspection.question': { en: 'Question', cy: 'Cwestiwn' },
  'inspection.answer': { en: 'Answer', cy: 'Ateb' },
  'inspection.inWords': { en: 'The force’s answer', cy: 'Ateb yr heddlu' },
  'inspection.setting': { en: 'Setting', cy: 'Gosodiad' },
  'inspection.seen': { en: 'Command that shows this', cy: 'Gorchymyn sy’n dangos hyn' },
  'inspection.query': { en: 'Command to get the figure again', cy: 'Gorchymyn i gael y ffigur eto' },
  'inspection.notPublished': { en: 'Do not publish', cy: 'Peidiwch â chyhoeddi' },
  'inspection.none': { en: 'no figure', cy: 'dim ffigur' },
} as const satisfies Words<'inspection'>;
