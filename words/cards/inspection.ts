import type { Words } from '../word.ts';

/** The words of the inspector's sheet: its questions, and what stands beside their answers. */
export const inspectionWords = {
  'inspection.title': {
    en: 'How confidential reports are dealt with: answers for an inspector',
    cy: 'Sut mae’r heddlu’n delio ag adroddiadau cyfrinachol: atebion i arolygydd',
  },
  'inspection.ways': {
    en: 'How can officers, staff and volunteers report a concern about a colleague in confidence?',
    cy: 'Sut gall swyddogion, staff a gwirfoddolwyr roi gwybod yn gyfrinachol am bryder am gydweithiwr?',
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
    en: 'What happens where a report is about those who would deal with it?',
    cy: 'Beth sy’n digwydd pan fydd adroddiad am y rhai a fyddai’n delio ag ef?',
  },
  'inspection.feedback': {
    en: 'What do those who reported hear back?',
    cy: 'Beth mae’r rhai a roddodd wybod yn ei glywed yn ôl?',
  },
  'inspection.awareness': {
    en: 'How does the force know that people know of the ways to report?',
    cy: 'Sut mae’r heddlu’n gwybod bod pobl yn gwybod am y ffyrdd o roi gwybod?',
  },
  'inspection.protection': {
    en: 'How are those who reported protected?',
    cy: 'Sut caiff y rhai a roddodd wybod eu diogelu?',
  },
  'inspection.categories': {
    en: 'What are reports about, and how do they end?',
    cy: 'Am beth mae’r adroddiadau, a sut maent yn dod i ben?',
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
    en: 'How can somebody see that nothing was changed or hidden?',
    cy: 'Sut gall rhywun weld na chafodd dim ei newid na’i guddio?',
  },
  'inspection.acknowledgeDays': { en: 'Time limit to acknowledge', cy: 'Terfyn amser i gydnabod' },
  'inspection.triageDays': { en: 'Time limit to triage', cy: 'Terfyn amser i frysbennu' },
  'inspection.updateDays': {
    en: 'Time limit for an update to the person who reported',
    cy: 'Terfyn amser i roi diweddariad i’r sawl a roddodd wybod',
  },
  'inspection.referralDays': {
    en: 'Time limit to refer, from the decision',
    cy: 'Terfyn amser i gyfeirio, o’r penderfyniad',
  },
  'inspection.reviewYears': {
    en: 'Time without any action until it is looked at whether a case is still needed',
    cy: 'Yr amser heb unrhyw weithred nes yr edrychir a oes angen achos o hyd',
  },
  'inspection.custodiansNeeded': {
    en: 'Custodians that it takes to open a sealed identity',
    cy: 'Nifer y ceidwaid sydd eu hangen i agor hunaniaeth wedi’i selio',
  },
  'inspection.opensWithoutRequest': {
    en: 'If a life is at risk, a custodian can open one without a request',
    cy: 'Os oes bywyd mewn perygl, gall ceidwad agor un heb gais',
  },
  'inspection.writesToReporters': {
    en: 'The unit can write to those who reported',
    cy: 'Gall yr uned ysgrifennu at y rhai a roddodd wybod',
  },
  'inspection.handlers': {
    en: 'Handlers in the settings',
    cy: 'Swyddogion achosion yn y gosodiadau',
  },
  'inspection.reserve': {
    en: 'Reserve handlers in the settings',
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
  'inspection.yes': { en: 'yes', cy: 'ie' },
  'inspection.no': { en: 'no', cy: 'na' },
  'inspection.notSet': {
    en: 'not set where this was made',
    cy: 'heb ei osod lle cafodd hwn ei lunio',
  },
  'inspection.settings': {
    en: 'Settings are as the command that made this read them.',
    cy: 'Mae’r gosodiadau fel y darllenodd y gorchymyn a luniodd hwn nhw.',
  },
  'inspection.notAnswered': {
    en: 'Not answered yet by the force.',
    cy: 'Heb ei ateb eto gan yr heddlu.',
  },
  'inspection.again': {
    en: 'Each figure is given again by its id: {command}',
    cy: 'Rhoddir pob ffigur eto drwy ei ddynodydd: {command}',
  },
  'inspection.id': { en: 'Id', cy: 'Dynodydd' },
  'inspection.owner': { en: 'Who answers for it', cy: 'Pwy sy’n ateb drosto' },
  'inspection.answeredOn': { en: 'Answered on', cy: 'Atebwyd ar' },
  'inspection.reviewBy': { en: 'To be looked at again by', cy: 'I’w adolygu erbyn' },
  'inspection.overdue': { en: 'That day has passed.', cy: 'Mae’r diwrnod hwnnw wedi mynd heibio.' },
  'inspection.question': { en: 'Question', cy: 'Cwestiwn' },
  'inspection.answer': { en: 'Answer', cy: 'Ateb' },
  'inspection.inWords': { en: 'The force, in words', cy: 'Yr heddlu, mewn geiriau' },
  'inspection.setting': { en: 'Setting', cy: 'Gosodiad' },
  'inspection.seen': { en: 'Can be seen by', cy: 'Gellir ei weld drwy' },
  'inspection.query': { en: 'Gives it again', cy: 'Yn ei roi eto' },
  'inspection.notPublished': { en: 'Not to be published', cy: 'Nid i’w gyhoeddi' },
  'inspection.none': { en: 'none', cy: 'dim ffigur' },
} as const satisfies Words<'inspection'>;
