import type { Words } from '../word.ts';

/** The decision log as a part of an export: in the form, and in the PDF. */
export const decisionLogExportWords = {
  'logged.add': {
    en: 'Add the decision log: notes, decisions and reasons, in clear',
    cy: 'Ychwanegu’r log penderfyniadau: nodiadau, penderfyniadau a rhesymau, heb eu selio',
  },
  'logged.added': {
    en: '{count, plural, one {# entry is opened with your keys on this page and stands} other {# entries are opened with your keys on this page and stand}} in both files for whoever has them. Notes that only you can read are among them. Reasons about an identity or a possible CHIS never are.',
    cy: '{count, plural, one {Agorir # cofnod â’ch allweddi ar y dudalen hon, a bydd} two {Agorir # gofnod â’ch allweddi ar y dudalen hon, a byddant} few {Agorir # chofnod â’ch allweddi ar y dudalen hon, a byddant} many {Agorir # chofnod â’ch allweddi ar y dudalen hon, a byddant} other {Agorir # cofnod â’ch allweddi ar y dudalen hon, a byddant}} yn y ddwy ffeil i bwy bynnag sydd â nhw. Mae nodiadau mai dim ond chi all eu darllen yn eu plith. Nid yw rhesymau am hunaniaeth neu CHIS posibl byth yn eu plith.',
  },
  'logged.missing': {
    en: '{count, plural, one {# entry does not open with the keys of whoever exports. It is missing here; its place in the history:} other {# entries do not open with the keys of whoever exports. They are missing here; their places in the history:}} {places}.',
    cy: '{count, plural, one {Nid yw # cofnod yn agor ag allweddi’r sawl sy’n allforio. Mae ar goll yma; ei le yn yr hanes:} two {Nid yw # gofnod yn agor ag allweddi’r sawl sy’n allforio. Maent ar goll yma; eu lleoedd yn yr hanes:} few {Nid yw # chofnod yn agor ag allweddi’r sawl sy’n allforio. Maent ar goll yma; eu lleoedd yn yr hanes:} many {Nid yw # chofnod yn agor ag allweddi’r sawl sy’n allforio. Maent ar goll yma; eu lleoedd yn yr hanes:} other {Nid yw # cofnod yn agor ag allweddi’r sawl sy’n allforio. Maent ar goll yma; eu lleoedd yn yr hanes:}} {places}.',
  },
  'logged.openAgain': {
    en: 'Something was written down after you opened the report. Please open the report again first, so that the log is complete.',
    cy: 'Cafodd rhywbeth ei gofnodi ar ôl i chi agor yr adroddiad. Agorwch yr adroddiad eto yn gyntaf, fel bod y log yn gyflawn.',
  },
  'logged.doubtful': {
    en: 'The history of this case could not be verified, so its log cannot be exported.',
    cy: 'Ni ellid dilysu hanes yr achos hwn, felly ni ellir allforio ei log.',
  },
  'logged.heading': { en: 'Decision log', cy: 'Log penderfyniadau' },
  'logged.intro': {
    en: 'What those who handled the case wrote down, up to entry {place} of its history. Whoever exported the case opened their words and added them.',
    cy: 'Yr hyn a gofnododd y rhai a fu’n delio â’r achos, hyd at gofnod {place} o’i hanes. Y sawl a allforiodd yr achos a agorodd eu geiriau a’u hychwanegu.',
  },
  'logged.none': { en: 'Nothing was written down.', cy: 'Ni chofnodwyd dim.' },
  'logged.entry': { en: '{place}. {what}: {who}, {at}', cy: '{place}. {what}: {who}, {at}' },
  'logged.due': { en: 'To be done by {day}.', cy: 'I’w wneud erbyn {day}.' },
  'logged.note': { en: 'Note', cy: 'Nodyn' },
  'logged.decision': { en: 'Decision', cy: 'Penderfyniad' },
  'logged.reason': { en: 'Reason', cy: 'Rheswm' },
  'logged.contact': { en: 'Contact', cy: 'Cyswllt' },
  'logged.task': { en: 'Task', cy: 'Tasg' },
  'logged.taskDone': { en: 'Task done', cy: 'Tasg wedi’i gwneud' },
  'logged.triaged': { en: 'Triage', cy: 'Brysbennu' },
  'logged.moved': { en: 'Change of status', cy: 'Newid statws' },
  'logged.closed': { en: 'Closing', cy: 'Cau' },
  'logged.reopened': { en: 'Reopening', cy: 'Ailagor' },
  'logged.assigned': { en: 'Giving the case to somebody', cy: 'Rhoi’r achos i rywun' },
  'logged.referral': { en: 'Decision on referral', cy: 'Penderfyniad ar gyfeirio' },
  'logged.referralAs': { en: 'Decision on referral ({decision})', cy: 'Penderfyniad ar gyfeirio ({decision})' },
  'logged.safety': { en: 'Safety', cy: 'Diogelwch' },
  'logged.duty': { en: 'What was recorded', cy: 'Yr hyn a gofnodwyd' },
  'logged.urgencyRaised': { en: 'Made urgent', cy: 'Gwnaed yn un brys' },
  'logged.loweringAsked': { en: 'Asking that it be no longer urgent', cy: 'Gofyn am beidio â’i gadw’n un brys' },
  'logged.urgencyLowered': { en: 'No longer urgent', cy: 'Ddim yn un brys mwyach' },
  'logged.conflict': { en: 'Declaring a conflict', cy: 'Datgan gwrthdaro buddiannau' },
  'logged.excluded': { en: 'Shutting somebody out', cy: 'Cau rhywun allan' },
  'logged.readmitted': { en: 'Letting somebody in again', cy: 'Gadael rhywun i mewn eto' },
  'logged.review': { en: 'Review and hold', cy: 'Adolygu a chadw' },
  'logged.notAsked': {
    en: 'Not asking how they were treated',
    cy: 'Peidio â gofyn sut y cafodd y person ei drin',
  },
  'logged.erasureAsked': { en: 'Asking for erasure', cy: 'Gofyn am ddileu' },
  'logged.erasureRefused': { en: 'Refusing erasure', cy: 'Gwrthod dileu' },
  'logged.exported': { en: 'An earlier export', cy: 'Allforiad cynharach' },
  'logged.filesAdded': { en: 'Files added', cy: 'Ychwanegu ffeiliau' },
  'logged.fileExported': { en: 'A file exported', cy: 'Allforio ffeil' },
} as const satisfies Words<'logged'>;
